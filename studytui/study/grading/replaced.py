"""Find code that replaces parts of torch: the checks call torch too, and need the real one.

This reads the code, it does not run it, so it is help for honest mistakes and a hurdle for tricks, not a
wall: see `by_running` for what the comparison itself guarantees.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

ALLOWED = ("torch.backends",)


def replaced(code: str, setup: str = "") -> str | None:
    """The first thing of torch the code assigns to, like "torch.allclose"; None: torch is left alone.

    `setup` runs before it: names it imports are known, what it assigns is the lesson's business.
    """
    try:
        tree = ast.parse(code)
        names = _torch_names(ast.parse(setup)) | _torch_names(tree)
    except SyntaxError:
        return None  # running it tells the learner better
    stored = (name for node in ast.walk(tree) for name in _stored(node, names))
    return next((name for name in stored if not name.startswith(ALLOWED)), None)


def _torch_names(tree: ast.AST) -> dict[str, str]:
    """Local name -> full name of everything imported from torch."""
    names = {"torch": "torch"}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {a.asname: a.name for a in node.names if a.asname and a.name.split(".")[0] == "torch"}
        elif isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "torch":
            names |= {a.asname or a.name: f"{node.module}.{a.name}" for a in node.names}
    return names


def _stored(node: ast.AST, names: dict[str, str]) -> Iterator[str]:
    match node:
        case (
            ast.Name(id="torch", ctx=ast.Store()) | ast.FunctionDef(name="torch") | ast.ClassDef(name="torch")
        ):
            yield "torch"
        case ast.Attribute(ctx=ast.Store() | ast.Del()):
            yield from _dotted(node, names)
        case ast.Call(func=ast.Name(id="setattr" | "delattr"), args=[target, *_]):
            yield from _dotted(target, names)


def _dotted(node: ast.AST, names: dict[str, str]) -> Iterator[str]:
    """The full name of `a.b.c` when `a` is torch or was imported from it."""
    tail: list[str] = []
    while isinstance(node, ast.Attribute):
        tail.append(node.attr)
        node = node.value
    if isinstance(node, ast.Name) and node.id in names:
        yield ".".join([names[node.id], *reversed(tail)])
