"""Lines of output that stay bounded: knows newlines, carriage returns, backspaces, tabs and SGR colours."""

from __future__ import annotations

import re
from itertools import groupby

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from studytui.tui.widgets.output.sgr import SGR, apply

TAB = 8
TOKENS = re.compile(r"\x1b\[[0-9;:]*m|[\n\r\b]|[^\x1b\n\r\b]+|\x1b")
LONGEST_LINE = 20_000
"""Characters kept of one line without an end."""

Cell = tuple[str, Style]


class Tape:
    """What was printed, line by line. `lines` are finished, `last` is the one still being written."""

    def __init__(self, limit: int = 10_000) -> None:
        """Keep at most `limit` finished lines; older ones go, and `dropped` counts them."""
        self.lines: list[Strip] = []
        self.dropped = 0
        self._limit = limit
        self._cells: list[Cell] = []
        self._column = 0
        self._style = Style.null()

    @property
    def last(self) -> Strip:
        """The unfinished line."""
        return _strip(self._cells)

    @property
    def empty(self) -> bool:
        """Whether nothing was printed."""
        return not self.lines and not self._cells and not self.dropped

    def write(self, text: str, base: Style | None = None) -> None:
        """Add printed text; `base` lies under its own colours."""
        ground = base or Style.null()
        for token in TOKENS.findall(text):
            if token == "\n":
                self._end_line()
            elif token == "\r":
                self._column = 0
            elif token == "\b":
                self._column = max(0, self._column - 1)
            elif match := SGR.fullmatch(token):
                self._style = apply(self._style, match[1])
            elif token != "\x1b":
                self._put(token, ground + self._style)

    def plain(self) -> str:
        """The text without colours, as kept."""
        return "\n".join([*(line.text for line in self.lines), self.last.text]).rstrip("\n")

    def _put(self, text: str, style: Style) -> None:
        text = text.expandtabs(TAB) if "\t" in text else text
        room = LONGEST_LINE - self._column
        cells = [(character, style) for character in text[: max(0, room)]]
        self._cells[self._column : self._column + len(cells)] = cells
        self._column += len(cells)

    def _end_line(self) -> None:
        self.lines.append(_strip(self._cells))
        self._cells = []
        self._column = 0
        if len(self.lines) > self._limit + self._limit // 10:
            surplus = len(self.lines) - self._limit
            del self.lines[:surplus]
            self.dropped += surplus


def _strip(cells: list[Cell]) -> Strip:
    runs = groupby(cells, key=lambda cell: cell[1])
    return Strip([Segment("".join(character for character, _ in run), style) for style, run in runs])
