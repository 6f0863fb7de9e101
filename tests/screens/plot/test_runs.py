"""Earlier runs: kept under a name, compared in a table, dropped; and panning."""

from __future__ import annotations

import math

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from studytui.runner.events import SeriesPoints
from studytui.tui.widgets.plot_pane import PlotPane
from studytui.tui.widgets.plot_picture import PictureView
from studytui.tui.widgets.plot_runs import RunsTable

SIZES = [(80, 24), (120, 40)]


def record(pane: PlotPane, scale: float) -> None:
    steps = tuple(range(200))
    pane.begin()
    pane.add(SeriesPoints("loss", steps, tuple(scale * (0.1 + math.exp(-step / 40)) for step in steps)))


async def drawn(pilot: Pilot) -> None:
    pane, calm = pilot.app.query_one(PlotPane), 0
    while calm < 4:
        await pilot.pause(0.05)
        calm = calm + 1 if pane.up_to_date else 0


def curves(pilot: Pilot) -> str:
    picture = pilot.app.query_one(PictureView).picture
    assert picture is not None
    return picture.plain()


async def name(pilot: Pilot, text: str) -> None:
    field = pilot.app.query_one(Input)
    field.value = text
    await pilot.press("enter")
    await drawn(pilot)


@pytest.mark.parametrize("size", SIZES)
async def test_a_kept_run_stays_under_its_name_while_others_come_and_go(alone, picture, size) -> None:
    pane = PlotPane()
    async with alone(pane).run_test(size=size) as pilot:
        pane.focus()
        record(pane, 3.0)
        await drawn(pilot)
        await pilot.press("k")
        await name(pilot, "lr 0.1")
        assert pane.has_focus
        for scale in (2.0, 1.0):
            record(pane, scale)
        await drawn(pilot)
        assert "loss · lr 0.1" in curves(pilot)
        assert "loss before" in curves(pilot)
        await pilot.press("c")
        await drawn(pilot)
        rows = [line for line in picture(pilot.app).splitlines() if "still falling" in line or "conv" in line]
        assert [word for row in rows for word in ("lr 0.1", "run 2", "run 3") if word in row][:3] == [
            "lr 0.1",
            "run 2",
            "run 3",
        ]
        assert "★" in rows[2]
        assert "verdict" in picture(pilot.app)


async def test_escape_keeps_nothing(alone) -> None:
    pane = PlotPane()
    async with alone(pane).run_test() as pilot:
        pane.focus()
        record(pane, 1.0)
        await drawn(pilot)
        await pilot.press("k", "escape")
        await drawn(pilot)
        assert pane.has_focus
        assert not pane.album.curves.live.kept


async def test_the_table_renames_and_drops(alone) -> None:
    pane = PlotPane()
    async with alone(pane).run_test() as pilot:
        pane.focus()
        for scale in (3.0, 2.0):
            record(pane, scale)
        await drawn(pilot)
        await pilot.press("c", "k")
        await name(pilot, "first")
        assert [run.name for run in pane.album.curves.runs] == ["first", "run 2"]
        assert pilot.app.query_one(RunsTable).has_focus
        await pilot.press("x", "c")
        await drawn(pilot)
        assert [run.name for run in pane.album.curves.runs] == ["run 2"]
        assert pane.has_focus


async def test_the_seventh_kept_run_is_refused_in_words(alone, monkeypatch) -> None:
    pane, said = PlotPane(), []
    app = alone(pane)
    app.say = lambda text, severity="information": said.append(text)
    async with app.run_test() as pilot:
        pane.focus()
        for number in range(7):
            record(pane, 1.0 + number)
            await drawn(pilot)
            await pilot.press("k")
            if number < 6:
                await name(pilot, f"r{number}")
        assert said == ["6 runs are kept: c lists them, x drops one"]


async def test_zoomed_curves_can_be_moved_sideways(alone) -> None:
    pane = PlotPane()
    async with alone(pane).run_test() as pilot:
        pane.focus()
        record(pane, 1.0)
        await drawn(pilot)
        await pilot.press("plus", "plus")
        await drawn(pilot)
        before = pane.album.view
        await pilot.press("full_stop")
        await drawn(pilot)
        after = pane.album.view
        assert before.low is not None
        assert after.low is not None
        assert after.low > before.low
        for _ in range(9):
            await pilot.press("comma")
            await drawn(pilot)
        assert pane.album.view.low == 0.0
