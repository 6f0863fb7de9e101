"""What an exam is about: the parts of the course to be asked."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.screen import Screen

from studytui.study.decks.mock_exam import COUNT
from studytui.tui.commands.command import AnyCommand
from studytui.tui.commands.host import CommandHost
from studytui.tui.screens.review.commands import EXAM_COMMANDS
from studytui.tui.screens.review.ways import Parts
from studytui.tui.widgets.footer import KeyFooter
from studytui.tui.widgets.formula_markdown import MathMarkdown
from studytui.tui.widgets.header import StudyHeader
from studytui.tui.widgets.question_options import OptionRows

WORDS = f"""**Mock exam.** {COUNT} questions against the clock, without hints, each answered once. The report
comes at the end. Leaving stops the clock.

Digits or Space choose parts, none chosen means all of them. Enter starts.
"""


class ExamScreen(CommandHost, Screen["tuple[str, ...] | None"]):
    """Gives the titles of the parts chosen, none for all; None when the learner thinks better of it."""

    ACTIONS: ClassVar[tuple[AnyCommand, ...]] = EXAM_COMMANDS
    HELP: ClassVar[str] = "Choose what the exam is about, then start it."
    DEFAULT_CSS = """
    ExamScreen { & > MathMarkdown { margin: 1 1 0 1; } & > Parts { margin: 0 2; } }
    """

    def __init__(self, parts: tuple[str, ...]) -> None:
        super().__init__()
        self._parts = parts

    def compose(self) -> ComposeResult:
        yield StudyHeader("Practise › mock exam")
        yield MathMarkdown(WORDS)
        yield Parts(self._parts)
        yield KeyFooter()

    def on_mount(self) -> None:
        """The keys go to the list."""
        self.query_one(Parts).focus()

    def start(self) -> None:
        """Go, with what is chosen."""
        self.dismiss(tuple(self._parts[place] for place in self.query_one(Parts).picked))

    @on(OptionRows.Chosen)
    def _chosen(self, event: OptionRows.Chosen) -> None:
        event.stop()
        self.start()
