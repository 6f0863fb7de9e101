"""The line that is still being written, with the cursor in it."""

from __future__ import annotations

from itertools import groupby

from rich.segment import Segment
from rich.style import Style

from studytui.tui.widgets.line import Line

TAB = 8
LONGEST = 20_000
"""Characters kept of one line without an end."""


class OpenLine:
    """Nearly always written from left to right; a progress bar goes back and writes over itself."""

    def __init__(self) -> None:
        self._runs: list[Segment] = []
        self._length = self._column = 0

    @property
    def line(self) -> Line:
        """As it is now."""
        return Line(self._runs)

    def home(self) -> None:
        """A carriage return."""
        self._column = 0

    def back(self) -> None:
        """A backspace."""
        self._column = max(0, self._column - 1)

    def put(self, text: str, style: Style) -> None:
        """Write at the cursor."""
        if "\t" in text:
            text = (" " * self._column + text).expandtabs(TAB)[self._column :]
        text = text[: LONGEST - self._column]
        if self._column < self._length:
            self._write_over(text, style)
        elif text:
            self._append(text, style)
        self._column += len(text)
        self._length = max(self._length, self._column)

    def end(self, text: str, style: Style) -> Line:
        """Write this at the cursor, then a newline: the line that has ended. The next one is empty."""
        if not self._length and 0 < len(text) <= LONGEST and "\t" not in text:
            return Line((Segment(text, style),))  # what a flood is made of
        self.put(text, style)
        ended = self.line
        self._runs, self._length, self._column = [], 0, 0
        return ended

    def _append(self, text: str, style: Style) -> None:
        if self._runs and self._runs[-1].style == style:
            self._runs[-1] = Segment(self._runs[-1].text + text, style)
        else:
            self._runs.append(Segment(text, style))

    def _write_over(self, text: str, style: Style) -> None:
        cells = [(character, run.style) for run in self._runs for character in run.text]
        cells[self._column : self._column + len(text)] = [(character, style) for character in text]
        runs = groupby(cells, key=lambda cell: cell[1])
        self._runs = [Segment("".join(character for character, _ in run), style) for style, run in runs]
