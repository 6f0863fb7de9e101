"""A grid of cells to draw on; the one mutable thing while a picture is made."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from studytui.plot.cells import cells
from studytui.plot.picture import Picture, Row, Span

BLANK = " "


class Canvas:
    """`width` × `height` cells, each a character (or '' behind a wide one) with a role."""

    def __init__(self, width: int, height: int) -> None:
        self.width, self.height = max(0, width), max(0, height)
        self.chars = [[BLANK] * self.width for _ in range(self.height)]
        self.roles = [[""] * self.width for _ in range(self.height)]
        self._has_wide = False

    def put(self, row: int, col: int, char: str, role: str) -> None:
        """Set one cell; outside the grid nothing happens."""
        if 0 <= row < self.height and 0 <= col < self.width:
            self.chars[row][col] = char
            self.roles[row][col] = role

    def free(self, row: int, col: int) -> bool:
        """Whether the cell exists and is blank."""
        return 0 <= row < self.height and 0 <= col < self.width and self.chars[row][col] == BLANK

    def write(self, row: int, col: int, text: str, role: str) -> int:
        """Write text from a cell on, cut at the edge; the column after it."""
        for char in cells(text):
            self._has_wide |= char == ""
            self.put(row, col, char, role)
            col += 1
        return col

    def lay(self, row: int, chars: Iterable[str], role: str) -> None:
        """A row of ready cells from the left edge on."""
        if 0 <= row < self.height:
            kept = list(chars)[: self.width]
            self._has_wide = self._has_wide or "" in kept
            self.chars[row][: len(kept)] = kept
            self.roles[row][: len(kept)] = [role] * len(kept)

    def rule(self, places: Iterable[tuple[int, int]], char: str, role: str) -> None:
        """The character in those of the cells that are free."""
        for row, col in places:
            if self.free(row, col):
                self.put(row, col, char, role)

    def picture(self) -> Picture:
        """The grid as spans of equal role."""
        chars = [_whole(row) for row in self.chars] if self._has_wide else self.chars
        rows = tuple(_row(*pair) for pair in zip(chars, self.roles, strict=True))
        return Picture(self.width, self.height, rows)


def _row(chars: list[str], roles: list[str]) -> Row:
    spans, start = [], 0
    for role, group in groupby(roles):
        end = start + sum(1 for _ in group)
        spans.append(Span("".join(chars[start:end]), role))
        start = end
    return tuple(spans)


def _whole(chars: list[str]) -> list[str]:
    """Blanks in place of half a wide character that was cut or overwritten."""
    out = list(chars)
    for i, char in enumerate(chars):
        follows = i + 1 < len(chars) and chars[i + 1] == ""
        if char and follows != (len(cells(char)) == 2):
            if follows:
                out[i + 1] = BLANK
            else:
                out[i] = BLANK
        elif char == "" and (i == 0 or chars[i - 1] == ""):
            out[i] = BLANK
    return out
