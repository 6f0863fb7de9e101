"""What the last run made on each line, written beside the code: `[32,10] f32 grad`."""

from __future__ import annotations

from collections.abc import Iterable

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

GAP = 3
"""Cells that stay free between the code and its note."""
DIM = Style(dim=True, italic=True)


class LineNotes:
    """The notes of one run; a line that has been changed since has none."""

    def __init__(self) -> None:
        self._by_row: dict[int, tuple[str, str]] = {}
        self._by_text: dict[str, str] = {}

    def replace(self, notes: Iterable[tuple[int, str]], lines: list[str]) -> None:
        """`notes`: line from 1 and its words; `lines`: the text they are about."""
        known = [(line - 1, words) for line, words in notes if 1 <= line <= len(lines)]
        self._by_row = {row: (lines[row], words) for row, words in known}
        self._by_text = {lines[row]: words for row, words in known if lines.count(lines[row]) == 1}

    def clear(self) -> None:
        """Forget them."""
        self._by_row, self._by_text = {}, {}

    def about(self, row: int, text: str) -> str:
        """The note for this line, found again when lines were added above it; "" if there is none."""
        written, words = self._by_row.get(row, ("", ""))
        return words if words and written == text else self._by_text.get(text, "")

    def draw(self, strip: Strip, row: int, text: str, width: int) -> Strip:
        """The row with its note at the right end of `width` cells, if there is room."""
        words = self.about(row, text)
        if not words or cell_len(strip.text.rstrip()) + GAP + cell_len(words) > width:
            return strip
        at = width - cell_len(words) - 1
        strip = strip.adjust_cell_length(max(width, strip.cell_length))
        tail = list(strip.crop(at))
        style = (tail[0].style if tail and tail[0].style else Style()) + DIM
        return Strip.join([strip.crop(0, at), Strip([Segment(words + " ", style)]), strip.crop(width)])
