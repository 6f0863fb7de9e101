"""A lesson: one step owns the screen, n and p walk."""

from __future__ import annotations

import asyncio
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Container
from textual.events import ScreenResume, ScreenSuspend
from textual.screen import Screen

from studytui.course.model import Lesson
from studytui.study.bookmarks import Bookmark, bookmarks, toggle
from studytui.study.store import Place
from studytui.tui.commands.command import AnyCommand
from studytui.tui.commands.host import CommandHost
from studytui.tui.opening import PLAYING
from studytui.tui.screens.lesson.commands import LESSON_COMMANDS
from studytui.tui.screens.lesson.panes import Panes, keep_panes, kept_panes, panes_of, restore_panes
from studytui.tui.screens.lesson.place import place_of, restore, step_index
from studytui.tui.screens.lesson.steps.base import StepView
from studytui.tui.screens.lesson.steps.pick import view_of
from studytui.tui.screens.lesson.verified import VerifiedLine
from studytui.tui.typed import host
from studytui.tui.widgets.footer import KeyFooter
from studytui.tui.widgets.header import StudyHeader
from studytui.tui.work import EndsItsWork

KEEP = 2.0
"""Seconds after which a place is written down, so that even a killed app opens near it."""


class LessonScreen(CommandHost, EndsItsWork, Screen[None]):
    """Shows one step at a time; keeps the views of visited steps, so that going back finds all as it was."""

    ACTIONS: ClassVar[tuple[AnyCommand, ...]] = LESSON_COMMANDS
    HELP: ClassVar[str] = "A lesson, one step at a time. Your text and your place are kept as you go."
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-wide")]  # noqa: RUF012
    AUTO_FOCUS = ""
    DEFAULT_CSS = """
    LessonScreen.-wide {
        & CodeView, & DerivativeView { layout: horizontal; }
        & CodeView > Reading, & DerivativeView > Reading {
            width: 42%; max-width: 72; height: 1fr; max-height: 100%;
        }
    }
    """

    def __init__(
        self, lesson: Lesson, step_id: str = "", *, looking_up: bool = False, resuming: bool = False
    ) -> None:
        """`step_id`: where to begin; empty: where the learner left the lesson. `looking_up`: opened from a
        question, so the place where the learner left off stays as it is. `resuming`: the app comes back
        from a dropped connection or a night, so the same pane has the keys."""
        super().__init__()
        self.lesson = lesson
        self.index = 0
        self._wanted = step_id
        self.looking_up = looking_up
        self._resuming = resuming
        self._kept: tuple[Place, Panes] | None = None
        self._views: dict[int, StepView] = {}
        self._one_at_a_time = asyncio.Lock()
        self.verified = VerifiedLine(lesson)

    def compose(self) -> ComposeResult:
        yield StudyHeader(f"{self.lesson.part} › {self.lesson.title}")
        yield self.verified
        yield Container(id="steps")
        yield KeyFooter()

    async def on_mount(self) -> None:
        """Begin where the learner left."""
        store = host(self).store
        place, panes = store.place(self.lesson.id), kept_panes(store)  # before the first step is written down
        await self.show(step_index(store, self.lesson, self._wanted))
        if place is not None and not self.looking_up:
            self.call_after_refresh(restore, place, self.view)
        if self._resuming:
            self.app.call_later(
                restore_panes, panes, self.lesson.id, self.view
            )  # behind the entrance's focus
        if not self.looking_up:
            store.set_setting(PLAYING, False)
        self.set_interval(KEEP, self.keep_place)

    @property
    def view(self) -> StepView:
        """The step that is shown."""
        return self._views[self.index]

    async def move(self, by: int) -> None:
        """Walk; past the last step, to the next lesson."""
        if by > 0:
            self.view.walked_past()
        target = self.index + by
        if 0 <= target < len(self.lesson.steps):
            await self.show(target)
        elif by > 0 and not self.looking_up:
            self._next_lesson()

    async def show(self, index: int) -> None:
        """Put this step on the screen and remember the place."""
        if self.index in self._views:
            self.view.leave()
            self.view.display = False
        self.index = index
        if index not in self._views:
            self._views[index] = view_of(self.lesson, self.lesson.steps[index])
            await self.query_one("#steps").mount(self.view)
        self.view.display = True
        self.verified.display = index == 0
        self.view.entrance().focus()
        self._say_place()
        self.refresh_bindings()
        self.keep_place()

    def lessons_changed(self) -> None:
        """The author saved a file: show this lesson as it is now, at the same step; drafts are kept."""
        self.run_worker(self._renew(), group="renew")

    async def _renew(self) -> None:
        async with self._one_at_a_time:
            lesson = host(self).library.get(self.lesson.id)
            if lesson is not None and lesson != self.lesson:
                await self._show_anew(lesson)

    async def _show_anew(self, lesson: Lesson) -> None:
        self.keep()
        at = self.view.step.id
        stale = list(self.query_one("#steps").children)
        for view in stale:
            view.display = False
        self._views.clear()
        self.lesson = self.verified.lesson = lesson
        ids = [step.id for step in lesson.steps]
        self.query_one(StudyHeader).crumb = f"{lesson.part} › {lesson.title}"
        await self.show(ids.index(at) if at in ids else min(self.index, len(ids) - 1))
        for view in stale:
            await view.remove()
        self.verified.refresh()

    async def turn_page(self) -> None:
        """A page down, or on."""
        reading = self.view.reading
        if reading.at_end:
            await self.move(1)
        else:
            reading.scroll_page_down(animate=False)

    def keep_place(self) -> None:
        """Remember lesson, step, scroll, cursor and panes, where they have changed."""
        if self.index not in self._views:
            return  # between two steps
        now = (place_of(self.lesson.id, self.view), panes_of(self.lesson.id, self.view))
        if not self.looking_up and now != self._kept:
            self._kept = now
            host(self).store.remember_place(now[0])
            keep_panes(host(self).store, now[1])

    def close(self) -> None:
        """Back to the library."""
        self.keep()
        self.dismiss(None)

    def keep(self) -> None:
        """Write down what is not kept yet: the app is about to end, or another screen comes up."""
        for view in self._views.values():
            view.leave()
        if self._views:
            self.keep_place()

    @on(ScreenSuspend)
    def _suspended(self) -> None:
        self.keep()

    @on(ScreenResume)
    def _resumed(self) -> None:
        self.refresh_bindings()

    @on(StepView.Done)
    def _done(self, event: StepView.Done) -> None:
        event.stop()
        host(self).store.mark_done(self.lesson.id, event.step_id)
        self._say_place()

    def bookmark(self) -> None:
        """Put a bookmark at this step, or take it away."""
        there = toggle(host(self).store, self.lesson.id, self.view.step.id)
        host(self).say("★ Bookmarked: the library lists it." if there else "The bookmark is gone.")
        self._say_place()

    def _say_place(self) -> None:
        done = self.view.step.id in host(self).store.done(self.lesson.id)
        words = f"{self.index + 1} of {len(self.lesson.steps)}"
        marked = Bookmark(self.lesson.id, self.view.step.id) in bookmarks(host(self).store)
        self.query_one(StudyHeader).place = words + " ✓" * done + " ★" * marked

    def _next_lesson(self) -> None:
        following = host(self).library.after(self.lesson.id)
        if following is None:
            host(self).say("That was the last step of the last lesson.")
            self.close()
        else:
            self.keep()
            host(self).say(f"Next lesson: {following.title}")
            self.dismiss(None)
            host(self).open_lesson(following.id)
