"""Lines of output that stay bounded: knows newlines, carriage returns, backspaces, tabs and SGR colours."""

from __future__ import annotations

import re

from rich.style import Style

from studytui.tui.widgets.line import Line
from studytui.tui.widgets.output.open_line import OpenLine
from studytui.tui.widgets.output.sgr import SGR, apply

TOKENS = re.compile(r"[^\x1b\n\r\b]*\n|[^\x1b\n\r\b]+|\x1b\[[0-9;:]*m|[\r\b\x1b]")


class Tape:
    """What was printed, line by line. `lines` are finished, `last` is the one still being written."""

    def __init__(self, limit: int = 10_000) -> None:
        """Keep at most `limit` finished lines; older ones go, and `dropped` counts them."""
        self.lines: list[Line] = []
        self.dropped = 0
        self._limit = limit
        self._open = OpenLine()
        self._style = Style.null()

    @property
    def last(self) -> Line:
        """The unfinished line."""
        return self._open.line

    @property
    def empty(self) -> bool:
        """Whether nothing was printed."""
        return not self.lines and not self.last and not self.dropped

    def write(self, text: str, base: Style | None = None) -> None:
        """Add printed text; `base` lies under its own colours."""
        ground = base or Style.null()
        style = ground + self._style
        for token in TOKENS.findall(text):
            if token[-1] == "\n":
                self.lines.append(self._open.end(token[:-1], style))
            elif token == "\r":
                self._open.home()
            elif token == "\b":
                self._open.back()
            elif match := SGR.fullmatch(token):
                self._style = apply(self._style, match[1])
                style = ground + self._style
            elif token != "\x1b":
                self._open.put(token, style)
        self._shorten()

    def plain(self) -> str:
        """The text without colours, as kept."""
        return "\n".join([*(line.text for line in self.lines), self.last.text]).rstrip("\n")

    def _shorten(self) -> None:
        surplus = len(self.lines) - self._limit
        if surplus > self._limit // 10:
            del self.lines[:surplus]
            self.dropped += surplus
