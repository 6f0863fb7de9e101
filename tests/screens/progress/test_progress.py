"""The progress screen: the next thing, habits, plots and mastery, for a beginner and after some weeks."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from studytui.study.recorder import Recorder
from studytui.study.store import AnswerRecord
from studytui.tui.screens.progress import ProgressScreen
from studytui.tui.screens.progress.words import CELLS, bar
from studytui.tui.screens.review import ReviewScreen
from studytui.tui.widgets.plot_picture import PictureView

WEEKS = 6


@pytest.fixture
def practised(store) -> None:
    """The exercise and the question of the sample lesson, reviewed for six weeks, more than once a day."""
    start = datetime.now(UTC) - timedelta(weeks=WEEKS)
    clock = [start]
    recorder = Recorder(store, lambda: clock[0])
    for day in range(WEEKS * 7):
        clock[0] = start + timedelta(days=day)
        for question in ("adds", "fill-in"):
            recorder.settle(AnswerRecord("sample", question, day % 5 > 0, seconds=20.0, at=clock[0]))
    store.mark_done("sample", "words")


async def test_a_beginner_is_told_what_to_do_first(study, seen) -> None:
    app = study()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("p")
        await seen(pilot, "▶ Start with", "0 due", "Answer some questions", "Derivatives")
        assert isinstance(app.screen, ProgressScreen)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_after_some_weeks_both_plots_and_mastery_are_drawn(study, practised, seen, until, size) -> None:
    app = study()
    async with app.run_test(size=size) as pilot:
        await pilot.press("p")
        await until(pilot, lambda: isinstance(app.screen, ProgressScreen) and app.screen.query(PictureView))
        views = app.screen.query(PictureView)
        await until(pilot, lambda: all(view.picture is not None for view in views))
        text = await seen(pilot, "days in a row", "still known when due", "▰")
        assert "%" in text.split("mastery, steps done")[1]
        assert max(map(len, text.splitlines())) <= size[0]
        shown = " ".join(view.picture.plain() for view in views)
        assert "reviews due in the next 14 days" in shown
        assert "FSRS expected" in shown


async def test_practising_is_one_key_away_and_f3_gives_the_plots_the_screen(
    study, practised, picture, seen, until
) -> None:
    app = study()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("p")
        await seen(pilot, "mastery, steps done")
        await pilot.press("f3")
        await until(pilot, lambda: "mastery, steps done" not in picture(app))
        await pilot.press("f3", "r")
        await until(pilot, lambda: isinstance(app.screen, ReviewScreen))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, ProgressScreen))


def test_a_bar_shows_that_something_is_known() -> None:
    assert bar(0.0) == "▱" * CELLS
    assert bar(0.01).count("▰") == 1
    assert bar(0.99).count("▰") == CELLS - 1
    assert bar(1.0) == "▰" * CELLS
