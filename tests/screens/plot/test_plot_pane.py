"""The live plot, driven by the events of a run and by keys."""

from __future__ import annotations

import math

import pytest
from textual.pilot import Pilot

from studytui.plot import Chart, Picture
from studytui.runner.events import Derivatives, FigureDrawn, SeriesPoints
from studytui.tui.widgets.plot_pane import EMPTY, PlotPane
from studytui.tui.widgets.plot_picture import PictureView
from studytui.tui.widgets.plot_sheets import StillSheet

SIZES = [(80, 24), (120, 40)]


def points(name: str, start: int, stop: int, scale: float = 1.0) -> SeriesPoints:
    steps = tuple(range(start, stop))
    return SeriesPoints(name, steps, tuple(scale * (0.1 + math.exp(-step / 800)) for step in steps))


async def drawn(pilot: Pilot) -> None:
    """Wait until the picture is up to date, layout and all."""
    pane, calm = pilot.app.query_one(PlotPane), 0
    while calm < 4:
        await pilot.pause(0.05)
        calm = calm + 1 if pane.up_to_date else 0


def shown(pilot: Pilot) -> Picture:
    picture = pilot.app.query_one(PictureView).picture
    assert picture is not None
    return picture


def words(pilot: Pilot) -> str:
    return str(pilot.app.query_one(".plot-words").render())


def figure(title: str) -> FigureDrawn:
    line = {"kind": "line", "x": [0, 1, 2], "y": [0, 1, 4], "label": "squares"}
    return FigureDrawn(title, ({"title": title, "items": [line]},))


@pytest.mark.parametrize("size", SIZES)
async def test_before_anything_is_recorded_it_says_what_will_appear(alone, picture, size) -> None:
    async with alone(PlotPane()).run_test(size=size) as pilot:
        assert EMPTY in picture(pilot.app)


@pytest.mark.parametrize("size", SIZES)
async def test_thousands_of_points_with_nan_among_them_fill_the_pane(alone, picture, size) -> None:
    pane = PlotPane()
    async with alone(pane).run_test(size=size) as pilot:
        pane.begin()
        for start in range(0, 20_000, 500):
            pane.add(points("loss", start, start + 500))
        pane.add(SeriesPoints("loss", (20_000, 20_001, 20_002), ("nan", "inf", 0.1)))
        await drawn(pilot)
        assert (shown(pilot).width, shown(pilot).height) == (size[0], size[1] - 1)
        assert "loss became nan at step 20000" in picture(pilot.app)
        assert "20003 steps" in words(pilot)


async def test_the_previous_run_stays_as_a_ghost_until_it_is_dropped(alone) -> None:
    pane = PlotPane()
    async with alone(pane).run_test() as pilot:
        pane.focus()
        pane.begin()
        pane.add(points("loss", 0, 500))
        pane.begin()
        await drawn(pilot)
        assert words(pilot).startswith("before: loss: still falling, 500 steps")
        pane.add(points("loss", 0, 300, scale=2.0))
        await drawn(pilot)
        assert "loss before" in shown(pilot).plain()
        await pilot.press("x")
        await drawn(pilot)
        assert "loss before" not in shown(pilot).plain()


async def test_a_frame_of_a_growing_curve_repaints_few_cells(alone, monkeypatch) -> None:
    pane = PlotPane()
    async with alone(pane).run_test() as pilot:
        pane.begin()
        pane.add(points("loss", 0, 1000))
        await drawn(pilot)
        view, sent = pilot.app.query_one(PictureView), []
        real = view.refresh
        monkeypatch.setattr(
            view, "refresh", lambda *regions, **kw: (sent.extend(regions), real(*regions, **kw))
        )
        pane.add(points("loss", 1000, 1010))
        await drawn(pilot)
        assert sent, "a change is drawn"
        assert sum(region.area for region in sent) < 0.1 * view.size.area


async def test_nothing_is_drawn_while_nothing_changes(alone, monkeypatch) -> None:
    pane = PlotPane()
    async with alone(pane).run_test() as pilot:
        pane.add(points("loss", 0, 100))
        await drawn(pilot)
        frames: list[int] = []
        monkeypatch.setattr(pane, "_draw", lambda: frames.append(1))
        await pilot.pause(0.6)
        assert not frames


async def test_the_crosshair_reads_the_values_under_it(alone) -> None:
    pane = PlotPane()
    async with alone(pane).run_test() as pilot:
        pane.focus()
        pane.add(points("loss", 0, 1000))
        await drawn(pilot)
        await pilot.press("right")
        await drawn(pilot)
        first = shown(pilot).plain().splitlines()[0]
        assert first.startswith("step ")
        assert "loss 0." in first
        await pilot.press("shift+right")
        await drawn(pilot)
        assert shown(pilot).plain().splitlines()[0] != first
        await pilot.press("0")
        await drawn(pilot)
        assert not shown(pilot).plain().startswith("step ")


async def test_keys_change_scale_and_part(alone) -> None:
    pane = PlotPane()
    async with alone(pane).run_test() as pilot:
        pane.focus()
        pane.add(points("loss", 0, 1000))
        await drawn(pilot)
        await pilot.press("l", "plus")
        await drawn(pilot)
        view = pane.album.view
        assert view.log_y
        assert view.low is not None
        assert view.high is not None
        assert view.high - view.low < 1000


async def test_a_curve_over_many_decades_says_which_key_shows_them(alone) -> None:
    pane = PlotPane()
    async with alone(pane).run_test() as pilot:
        pane.focus()
        pane.add(SeriesPoints("loss", tuple(range(100)), tuple(1e5 * 0.8**step for step in range(100))))
        await drawn(pilot)
        assert "l: log axis" in words(pilot)
        await pilot.press("l")
        await drawn(pilot)
        assert "l: linear axis" in words(pilot)


async def test_at_the_end_of_a_run_a_curve_over_many_decades_is_drawn_on_a_log_axis(alone) -> None:
    pane = PlotPane()
    async with alone(pane).run_test() as pilot:
        pane.add(SeriesPoints("loss", tuple(range(100)), tuple(1e5 * 0.8**step for step in range(100))))
        pane.add(points("lr", 0, 100))
        await drawn(pilot)
        assert not pane.album.view.log_y  # while it runs the axis stays as it is
        pane.finish()
        await drawn(pilot)
        assert pane.album.view.log_y
        assert "l: linear axis" in words(pilot)
        pane.album.turn(1)
        assert not pane.album.view.log_y  # learning rates that hardly change
        pane.album.turn(-1)
        pane.begin()
        assert pane.album.view.log_y  # until the next run has a curve of its own
        pane.album.show_alone(StillSheet(Chart(title="", lines=())))
        assert not pane.album.view.log_y


async def test_the_scale_that_the_learner_chose_stays(alone) -> None:
    pane = PlotPane()
    async with alone(pane).run_test() as pilot:
        pane.focus()
        pane.add(SeriesPoints("loss", tuple(range(100)), tuple(1e5 * 0.8**step for step in range(100))))
        await pilot.press("l", "l")
        pane.finish()
        await drawn(pilot)
        assert not pane.album.view.log_y


async def test_tab_walks_through_curves_and_figures_and_then_on(alone) -> None:
    pane = PlotPane()
    async with alone(pane).run_test() as pilot:
        pane.focus()
        pane.add(points("loss", 0, 100))
        pane.add(points("lr", 0, 100))
        await drawn(pilot)
        assert words(pilot).startswith("1 of 2")
        await pilot.press("tab")
        await drawn(pilot)
        assert words(pilot).startswith("2 of 2 (Tab)  lr")
        assert pane.check_action("command", ("plot-next",)) is False


async def test_one_value_is_no_curve(alone, picture) -> None:
    pane = PlotPane()
    async with alone(pane).run_test() as pilot:
        pane.add(points("loss", 0, 1))
        await drawn(pilot)
        assert EMPTY in picture(pilot.app)
        pane.add(points("loss", 1, 2))
        await drawn(pilot)
        assert "loss: 2 steps" in words(pilot)


async def test_a_figure_is_shown_when_it_arrives(alone, picture) -> None:
    pane = PlotPane()
    async with alone(pane).run_test() as pilot:
        pane.add(points("loss", 0, 100))
        pane.show_figure(figure("parabola"))
        await drawn(pilot)
        assert "parabola" in picture(pilot.app)
        assert words(pilot).startswith("2 of 2")


async def test_a_new_run_forgets_the_figures_of_the_last(alone) -> None:
    pane = PlotPane()
    async with alone(pane).run_test() as pilot:
        pane.show_figure(figure("parabola"))
        pane.begin()
        await drawn(pilot)
        assert pane.album.sheet is None


async def test_derivatives_lay_the_tangent_at_the_crosshair(alone) -> None:
    xs = tuple(x / 10 for x in range(-30, 31))
    event = Derivatives(xs, (tuple(x * x for x in xs), tuple(2 * x for x in xs)))
    pane = PlotPane()
    async with alone(pane).run_test() as pilot:
        pane.focus()
        pane.show_derivatives(event, {0, 1})
        await drawn(pilot)
        await pilot.press("right")
        await drawn(pilot)
        assert "tangent" in shown(pilot).plain()
        assert "f′=" in shown(pilot).plain()


async def test_a_hidden_pane_draws_once_it_is_shown(alone, until) -> None:
    pane = PlotPane()
    async with alone(pane).run_test() as pilot:
        pane.display = False
        pane.add(points("loss", 0, 100))
        await drawn(pilot)
        view = pilot.app.query_one(PictureView)
        assert view.picture is None
        pane.display = True
        await until(pilot, lambda: view.picture is not None)
        assert "step" in shown(pilot).plain()


async def test_a_theme_change_recolours_the_curve(alone) -> None:
    pane = PlotPane()
    async with alone(pane).run_test() as pilot:
        pane.add(points("loss", 0, 100))
        await drawn(pilot)
        view = pilot.app.query_one(PictureView)
        dark = view._style("series-0")
        pilot.app.theme = "textual-light"
        await drawn(pilot)
        assert view._style("series-0") != dark


async def test_arrows_turn_a_figure_in_space_and_0_turns_it_back(alone, picture) -> None:
    line = {"kind": "line", "x": [0, 1, 2], "y": [0, 1, 0], "z": [0, 1, 4]}
    space = {"limits": [[0, 2], [0, 1], [0, 4]], "elev": 30, "azim": -60, "items": [line]}
    pane = PlotPane()
    async with alone(pane).run_test() as pilot:
        pane.focus()
        pane.show_figure(FigureDrawn("", ({"title": "in space", "items": [], "space": space},)))
        await drawn(pilot)
        first = shown(pilot).plain()
        assert "arrows turn it" in words(pilot)
        await pilot.press("right", "up")
        await drawn(pilot)
        assert shown(pilot).plain() != first
        assert (pane.album.view.azim, pane.album.view.elev) == (-10.0, 10.0)
        await pilot.press("0")
        await drawn(pilot)
        assert shown(pilot).plain() == first
