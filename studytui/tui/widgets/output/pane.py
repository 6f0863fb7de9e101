"""The pane that shows what a run prints."""

from __future__ import annotations

from typing import ClassVar

from rich.style import Style
from textual.timer import Timer

from studytui.tui.widgets.output.tape import Tape
from studytui.tui.widgets.rows import RowsPane

REDRAW = 1 / 10
"""Seconds between redraws while text pours in; the first text after a pause is drawn at once."""


class OutputPane(RowsPane):
    """Standard output and error as a terminal shows them, plus studytui's own remarks."""

    DEFAULT_CSS = """
    OutputPane > .output--stderr { color: $text-warning; }
    OutputPane > .output--value { color: $text-accent; }
    OutputPane > .output--note { color: $text-muted; text-style: italic; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"output--stderr", "output--value", "output--note"}

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id, follow=True)
        self.tape = Tape()
        self._drawn = 0
        self._open = 0
        self._lost = 0
        self._timer: Timer | None = None
        self._late = False

    def clear(self) -> None:
        """Forget everything."""
        self.tape = Tape()
        self._drawn = self._open = self._lost = 0
        self.show([])

    def write(self, text: str, kind: str = "stdout") -> None:
        """Add text of a kind: stdout, stderr, value or note."""
        self.tape.write(text, self._base(kind))
        if self._timer is None:
            self._draw()
            self._timer = self.set_timer(REDRAW, self._quiet)
        else:
            self._late = True

    def note(self, text: str) -> None:
        """Add a remark of studytui's own on a line of its own."""
        start = "" if self.tape.empty or not self.tape.last.cell_length else "\n"
        self.write(f"{start}{text}\n", "note")

    def catch_up(self) -> None:
        """Draw now what would be drawn in a moment."""
        if self._late:
            self._late = False
            self._draw()

    def _base(self, kind: str) -> Style:
        return (
            Style.null()
            if kind == "stdout"
            else self.get_component_rich_style(f"output--{kind}", partial=True)
        )

    def _quiet(self) -> None:
        self._timer = None
        if self._late:
            self._late = False
            self._draw()
            self._timer = self.set_timer(REDRAW, self._quiet)

    def _draw(self) -> None:
        tape = self.tape
        forgotten = min(tape.dropped - self._lost, self._drawn)
        last = [tape.last] if tape.last.cell_length else []
        added = [*tape.lines[self._drawn - forgotten :], *last]
        self.extend(added, replaced=self._open, forgotten=forgotten)
        self._lost, self._drawn, self._open = tape.dropped, len(tape.lines), len(last)
