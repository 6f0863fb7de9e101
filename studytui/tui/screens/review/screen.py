"""Where practising begins: four ways, each with what it would ask now."""

from __future__ import annotations

import asyncio
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.events import ScreenResume
from textual.screen import Screen
from textual.widgets import Static

from studytui.study.decks.known import Known, look
from studytui.tui.commands.command import AnyCommand
from studytui.tui.commands.host import CommandHost
from studytui.tui.rounds import exam_round
from studytui.tui.screens.quiz import QuizScreen
from studytui.tui.screens.quiz.ending import what_next
from studytui.tui.screens.review.commands import REVIEW_COMMANDS
from studytui.tui.screens.review.exam import ExamScreen
from studytui.tui.screens.review.modes import Mode, modes
from studytui.tui.screens.review.ways import Ways
from studytui.tui.typed import host
from studytui.tui.widgets.footer import KeyFooter
from studytui.tui.widgets.header import StudyHeader
from studytui.tui.widgets.question_options import OptionRows
from studytui.tui.work import EndsItsWork


class ReviewScreen(CommandHost, EndsItsWork, Screen[None]):
    """A list to choose from; every way comes back here when it is over."""

    ACTIONS: ClassVar[tuple[AnyCommand, ...]] = REVIEW_COMMANDS
    HELP: ClassVar[str] = (
        "Ways to practise. Answers are judged by execution and come back when you are about to forget them."
    )
    DEFAULT_CSS = """
    ReviewScreen {
        & Ways { margin: 1 1; }
        & .line { padding: 0 2; height: auto; color: $text-muted; }
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self._modes: tuple[Mode, ...] = ()
        self.put_aside = 0
        self._one_at_a_time = asyncio.Lock()

    def compose(self) -> ComposeResult:
        yield StudyHeader("Practise")
        yield Ways()
        yield Static("", classes="line next", markup=False)
        yield Static("", classes="line aside", markup=False)
        yield KeyFooter()

    @on(ScreenResume)
    async def show(self) -> None:
        """Say what there is to do now."""
        async with self._one_at_a_time:
            await self._show()

    async def _show(self) -> None:
        app, old = host(self), self.query_one(Ways)
        known = self._look()
        self._modes = modes(known, app.store)
        rows = Ways(self._modes)
        await self.mount(rows, before=old)  # there is always one to choose from
        await old.remove()
        rows.pick([next((place for place, mode in enumerate(self._modes) if mode.ready), 0)])
        rows.focus()
        self.put_aside = len(known.suspended & known.sources.keys())
        aside = f"{self.put_aside} card{'' if self.put_aside == 1 else 's'} put aside"
        self.query_one(".next", Static).update(f"Next: {what_next(app, known)}")
        self.query_one(".aside", Static).update(aside if self.put_aside else "")
        self.refresh_bindings()

    def begin(self) -> None:
        """Open the round under the cursor."""
        [place] = self.query_one(Ways).picked or [0]
        mode = self._modes[place]
        known = self._look()
        if not mode.ready:
            host(self).say(f"{mode.title}: {mode.words}")
        elif mode.begin is None:
            parts = tuple(part.title for part in host(self).library.parts)
            self.app.push_screen(ExamScreen(parts), self._examine)
        else:
            self.app.push_screen(QuizScreen(played=mode.begin(known)))

    def bring_back(self) -> None:
        """Ask what was put aside again."""
        store = host(self).store
        for card in store.suspended():
            store.unsuspend(card)
        self.run_worker(self.show())

    def _look(self) -> Known:
        app = host(self)
        return look(app.library.lessons, app.store, new_per_day=app.settings.new_per_day)

    def _examine(self, parts: tuple[str, ...] | None) -> None:
        if parts is not None:
            known = self._look()
            self.app.push_screen(QuizScreen(played=exam_round(known, parts)))

    @on(OptionRows.Chosen)
    def _chosen(self, event: OptionRows.Chosen) -> None:
        event.stop()
        self.begin()
