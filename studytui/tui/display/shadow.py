"""What the terminal shows, cell by cell, and therefore what need not be sent again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.style import Style
from textual.strip import Strip

Cell = tuple[str, Style | None]
Run = tuple[int, Sequence[Cell]]
"""Column, and the cells to write there."""

GAP = 6
"""Unchanged cells that are cheaper to send again than to jump over: a jump is up to eight bytes."""


class Shadow:
    """The cells of the terminal; None where it is not known what it shows."""

    def __init__(self, width: int, height: int) -> None:
        self.width = width
        self.height = height
        self._rows: list[list[Cell | None]] = [[None] * width for _ in range(height)]

    def changes(self, row: int, column: int, strip: Strip) -> list[Run] | None:
        """What differs from what is shown, which from now on is shown.

        None: the strip must be sent whole, as terminals disagree on how wide some of its characters are.
        """
        if not plain(strip):
            self._rows[row][column:] = [None] * (self.width - column)  # it may have moved all to its right
            return None
        cells = [(character, style) for text, style, _ in strip for character in text]
        cells = cells[: self.width - column]
        known = self._rows[row]
        stretches = _different(known[column:], cells)
        runs: list[Run] = [(column + start, cells[start:end]) for start, end in stretches]
        known[column : column + len(cells)] = cells
        return runs


def plain(strip: Strip) -> bool:
    """Whether every character is one cell wide."""
    return len(strip.text) == strip.cell_length and (strip.text.isascii() or strip.text.isprintable())


def _different(known: Sequence[Cell | None], cells: Sequence[Cell]) -> Iterator[tuple[int, int]]:
    """Stretches [start, end) of cells that differ, those less than `GAP` apart joined."""
    start = end = -1
    for index, (old, new) in enumerate(zip(known, cells, strict=False)):
        if old == new:
            continue
        if start >= 0 and index - end >= GAP:
            yield start, end
            start = index
        elif start < 0:
            start = index
        end = index + 1
    if start >= 0:
        yield start, end
