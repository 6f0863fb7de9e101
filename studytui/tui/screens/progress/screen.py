"""Progress: the next thing first, then habits, plots, and mastery of every part and lesson."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.events import Resize, ScreenResume
from textual.screen import Screen
from textual.widgets import Static

from studytui.study.habits.overview import Overview, overview
from studytui.tui.commands.command import AnyCommand
from studytui.tui.commands.host import CommandHost
from studytui.tui.screens.progress.commands import PROGRESS_COMMANDS
from studytui.tui.screens.progress.plots import HabitPlots
from studytui.tui.screens.progress.words import habits, rows
from studytui.tui.typed import host
from studytui.tui.widgets.footer import KeyFooter
from studytui.tui.widgets.header import StudyHeader
from studytui.tui.widgets.rows import RowsPane
from studytui.tui.widgets.section import SectionBar


class ProgressScreen(CommandHost, Screen[None]):
    """Mastery is the chance that you will still know it in a week, by FSRS, averaged over all questions."""

    ACTIONS: ClassVar[tuple[AnyCommand, ...]] = PROGRESS_COMMANDS
    HELP: ClassVar[str] = (
        "How far you are. The bar is mastery: the mean chance (by FSRS) to still know an answer in a week."
    )
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-wide")]  # noqa: RUF012
    DEFAULT_CSS = """
    ProgressScreen {
        & .next { text-style: bold; padding: 0 1; height: auto; }
        & .habits { color: $text-muted; padding: 0 1; height: auto; }
        &.-wide HabitPlots { height: 16; }
        &.-plots-full { & RowsPane, & SectionBar { display: none; } & HabitPlots { height: 1fr; } }
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self._shown: Overview | None = None

    def compose(self) -> ComposeResult:
        yield StudyHeader("Progress")
        yield Static("", classes="next", markup=False)
        yield Static("", classes="habits", markup=False)
        yield HabitPlots()
        yield SectionBar("mastery, steps done")
        yield RowsPane()
        yield KeyFooter()

    @on(ScreenResume)
    def show(self) -> None:
        """Say how things stand now."""
        app = host(self)
        shown = self._shown = overview(app.library.lessons, app.store, new_per_day=app.settings.new_per_day)
        self.query_one(".next", Static).update(f"▶ {shown.next}")
        self.query_one(".habits", Static).update(habits(shown))
        self.query_one(HabitPlots).show(shown)
        self.call_after_refresh(self._list)
        self.query_one(RowsPane).focus()

    @on(Resize)
    def _resized(self) -> None:
        self.call_after_refresh(self._list)

    def _list(self) -> None:
        if self._shown is not None:
            pane = self.query_one(RowsPane)
            pane.show(rows(self._shown, pane.scrollable_content_region.width))

    def toggle_plots(self) -> None:
        """Give the plots the whole screen, or take it back."""
        self.toggle_class("-plots-full")
