"""The solution of an exercise, as a difference to the learner's code."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import ndiff
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen
from textual.strip import Strip

from studytui.tui.widgets.footer import KeyFooter
from studytui.tui.widgets.rows import RowsPane
from studytui.tui.widgets.section import SectionBar

STYLES = {"-": Style(color="red"), "+": Style(color="green"), " ": Style.null()}


class SolutionScreen(ModalScreen[None]):
    """Lines to take out begin with -, lines of the solution with +."""

    DEFAULT_CSS = """
    SolutionScreen { background: $background; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q,s", "dismiss(None)", "Back")]

    def __init__(self, code: str, solution: str) -> None:
        super().__init__()
        self._lines = list(difference(code, solution))
        self._same = code.strip() == solution.strip()

    def compose(self) -> ComposeResult:
        bar = SectionBar("solution:  - yours  + the lesson's")
        bar.state = ("the same" if self._same else "", "$text-success")
        yield bar
        yield RowsPane()
        yield KeyFooter()

    def on_mount(self) -> None:
        pane = self.query_one(RowsPane)
        pane.show(self._lines)
        pane.focus()


def difference(code: str, solution: str) -> Iterator[Strip]:
    """The two programs line by line, without difflib's hint lines."""
    for line in ndiff(code.strip().splitlines(), solution.strip().splitlines()):
        if not line.startswith("?"):
            yield Strip([Segment(line, STYLES[line[0]])])
