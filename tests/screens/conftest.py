"""The app in tests: sample lessons, a store in memory, and a real runner where code is run."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from studytui.course.library import Library
from studytui.runner.request import RunnerOptions
from studytui.study.store import Store
from studytui.tui.app import StudyApp
from studytui.tui.opening import First

SAMPLES = Path(__file__).parent / "data" / "lessons"
NARROW = (80, 24)
WIDE = (120, 40)

MakeApp = Callable[..., StudyApp]


@pytest.fixture
def library() -> Library:
    return Library.open(SAMPLES)


@pytest.fixture
def store() -> Store:
    return Store.in_memory("")


@pytest.fixture
def study(library: Library, store: Store) -> MakeApp:
    """Makes apps that share library and store, as a learner's sessions do. `warm` starts the runner."""

    def make(lesson: str = "", *, warm: bool = False, remote: bool = True) -> StudyApp:
        return StudyApp(
            library, store, RunnerOptions(unsafe_files=True), first=First(lesson), warm=warm, remote=remote
        )

    return make


@pytest.fixture
def picture() -> Callable[[StudyApp], str]:
    """The screen as text, a line per row, as a learner sees it."""

    def text(app: StudyApp) -> str:
        strips = app.screen._compositor.render_strips()
        return "\n".join(strip.text.rstrip() for strip in strips)

    return text


@pytest.fixture
def until() -> Callable[[Pilot, Callable[[], object]], Awaitable[None]]:
    """Waits for something that depends on another process; what never comes fails the test."""

    async def wait(pilot: Pilot, condition: Callable[[], object]) -> None:
        for _ in range(1200):
            if condition():
                return
            await pilot.pause(0.05)
        raise AssertionError("it did not happen within a minute")

    return wait
