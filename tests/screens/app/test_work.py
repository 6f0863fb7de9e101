"""Work that is going on when its screen is left."""

from __future__ import annotations

import asyncio

import pytest
from textual.app import App
from textual.screen import Screen
from textual.widgets import Static
from textual.worker import WorkerFailed

from studytui.tui.work import EndsItsWork


class Busy(Screen[None]):
    """Looks for its child at every turn of the loop."""

    def compose(self):
        yield Static("child")

    def on_mount(self) -> None:
        self.run_worker(self._look(), name="looking")

    async def _look(self) -> None:
        while True:
            self.query_one(Static)
            await asyncio.sleep(0)


class Tidy(EndsItsWork, Busy):
    """The same, as our screens are."""


async def left(screen: Busy) -> None:
    async with App[None]().run_test() as pilot:
        await pilot.app.push_screen(screen)
        await pilot.pause()
        (looking,) = pilot.app.workers
        await screen.dismiss()
        await pilot.pause()
        assert looking.is_finished


async def test_it_ends_with_what_it_works_on() -> None:
    await left(Tidy())


async def test_otherwise_the_app_would_end_of_it() -> None:
    with pytest.raises(WorkerFailed, match="NoMatches"):
        await left(Busy())


class Failing(EndsItsWork, Screen[None]):
    """Its work goes wrong, but must not end the app."""

    def on_mount(self) -> None:
        self.run_worker(self._fail(), exit_on_error=False)

    async def _fail(self) -> None:
        raise ZeroDivisionError("by nothing")


async def test_what_goes_wrong_in_it_is_said(study, until) -> None:
    app = study()
    async with app.run_test() as pilot:
        await app.push_screen(Failing())
        await until(
            pilot, lambda: any("ZeroDivisionError: by nothing" in n.message for n in app._notifications)
        )
