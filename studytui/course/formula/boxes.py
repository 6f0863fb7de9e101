"""Boxes of text with a baseline, put beside and above each other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from rich.cells import cell_len

Align = Literal["left", "centre", "right"]


@dataclass(frozen=True, slots=True)
class Box:
    """Lines of equal width in cells; `base` is the index of the line that neighbours align with."""

    lines: tuple[str, ...]
    base: int = 0

    @property
    def width(self) -> int:
        """Cells across."""
        return cell_len(self.lines[0]) if self.lines else 0

    @property
    def height(self) -> int:
        """Lines."""
        return len(self.lines)


NOTHING = Box(("",))


def text(line: str) -> Box:
    """One line."""
    return Box((line,))


def pad(line: str, width: int, align: Align = "left") -> str:
    """The line with blanks up to `width` cells."""
    room = max(0, width - cell_len(line))
    before = {"left": 0, "centre": room // 2, "right": room}[align]
    return " " * before + line + " " * (room - before)


def beside(boxes: Iterable[Box]) -> Box:
    """Boxes from left to right on one baseline."""
    parts = [box for box in boxes if box.width]
    if not parts:
        return NOTHING
    above = max(box.base for box in parts)
    height = above + max(box.height - box.base for box in parts)
    return Box(
        tuple("".join(_line(box, row - above + box.base) for box in parts) for row in range(height)), above
    )


def _line(box: Box, row: int) -> str:
    return box.lines[row] if 0 <= row < box.height else " " * box.width


def stack(boxes: Iterable[Box], base: int, align: Align = "centre") -> Box:
    """Boxes from top to bottom; `base` is the base line of the whole."""
    parts = list(boxes)
    width = max((box.width for box in parts), default=0)
    return Box(tuple(pad(line, width, align) for box in parts for line in box.lines), base)
