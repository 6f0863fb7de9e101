"""The autograd graph as a tree from the result to the leaves; a node met again is marked, not repeated."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from textual.strip import Strip

from studytui.tui.screens.inspector.lines import BOLD, DIM, line, sizes
from studytui.tui.screens.inspector.subject import Subject

MOST = 200
"""Rows of the tree."""
Node = Mapping[str, Any]


def graph_page(subject: Subject) -> Iterator[Strip]:
    """The lines."""
    nodes: list[Node] = [node for node in subject.closer["graph"] if isinstance(node, dict)]
    if not nodes:
        yield line("No graph: this tensor is a leaf, or was made without one.")
        return
    yield line(("backward() walks from the result down to the leaves", DIM))
    shared = _shared(nodes)
    rows = 0
    for depth, at in _walk(nodes):
        if (rows := rows + 1) > MOST:
            yield line(("… and more", DIM))
            return
        yield _row(nodes, depth, at, shared)
    if shared:
        yield line("")
        yield line(("① reached on several ways: the gradients add up", DIM))


def _walk(nodes: list[Node]) -> Iterator[tuple[int, int]]:
    """(depth, node) in the order of a tree; -1 - n: node n was shown before; the list's length: beyond it."""
    seen: set[int] = set()
    todo = [(0, 0)]
    while todo:
        depth, at = todo.pop()
        if at in seen:
            yield depth, -1 - at
            continue
        yield depth, at
        if at < len(nodes):
            seen.add(at)
            following = [each for each in nodes[at].get("next", ()) if isinstance(each, int)]
            todo += [
                (depth + 1, each if 0 <= each < len(nodes) else len(nodes)) for each in reversed(following)
            ]


def _row(nodes: list[Node], depth: int, at: int, shared: dict[int, str]) -> Strip:
    indent = "  " * min(depth, 16)
    if at >= len(nodes):
        return line(f"{indent}… ", ("the graph goes on", DIM))
    node = nodes[at if at >= 0 else -1 - at]
    mark = shared.get(at if at >= 0 else -1 - at, "")
    if at < 0:
        return line(indent, (str(node.get("name")), DIM), f" {mark} ", ("shown above", DIM))
    if "leaf" in node:
        name = node["leaf"] or "a leaf without a name"
        return line(indent, (str(name), BOLD), f" {sizes(node.get('shape'))} {mark} ", ("leaf: .grad", DIM))
    return line(f"{indent}{node.get('name')} {mark} ", (_saved(node), DIM))


def _saved(node: Node) -> str:
    if node.get("freed"):
        return "what it had saved is freed"
    saved = node.get("saved")
    if not isinstance(saved, dict):
        return ""
    return "saves " + ", ".join(f"{name} {sizes(shape)}" for name, shape in saved.items())


def _shared(nodes: list[Node]) -> dict[int, str]:
    """Nodes that several others lead to -> their mark."""
    times: dict[int, int] = {}
    for node in nodes:
        for each in node.get("next", ()):
            if isinstance(each, int):
                times[each] = times.get(each, 0) + 1
    several = [at for at, count in sorted(times.items()) if count > 1 and at >= 0]
    return {at: chr(0x2460 + min(place, 19)) for place, at in enumerate(several)}
