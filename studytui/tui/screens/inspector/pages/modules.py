"""The tree of modules, each with its parameters and buffers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from textual.strip import Strip

from studytui.tui.screens.inspector.lines import BOLD, DIM, line, sizes
from studytui.tui.screens.inspector.subject import Subject

Row = Mapping[str, Any]


def modules_page(subject: Subject) -> Iterator[Strip]:
    """The lines."""
    for row in subject.closer["tree"]:
        if isinstance(row, dict):
            yield from _module(subject.name, row)


def _module(name: str, row: Row) -> Iterator[Strip]:
    path = str(row.get("path", ""))
    indent = "  " * (path.count(".") + 1 if path else 0)
    count = row.get("count")
    total = f"{count:,} parameters" if isinstance(count, int) and count else "no parameters"
    mode = "" if row.get("training", True) else "  eval()"
    title = path.rpartition(".")[2] if path else name
    yield line(indent, (f"{title}  ", BOLD), f"{row.get('type')}  ", (f"{total}{mode}", DIM))
    for each in row.get("parameters", ()):
        state = "" if each.get("learns") else "  frozen"
        grad = "  has .grad" if each.get("grad") else ""
        yield line(f"{indent}    {each.get('name')} {sizes(each.get('shape'))}", (f"{state}{grad}", DIM))
    for each in row.get("buffers", ()):
        yield line(f"{indent}    {each.get('name')} {sizes(each.get('shape'))}", ("  buffer", DIM))
