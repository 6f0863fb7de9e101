"""Live curves: what stays put, what is marked, what is said."""

from __future__ import annotations

import math
import random

import pytest

from studytui.plot import Chart, Ghost, Series, View, draw, loss_chart


def series(values: list[float | str], name: str = "loss") -> Series:
    found = Series(name)
    found.extend(range(len(values)), values)
    return found


def noisy(count: int, seed: int = 0) -> list[float | str]:
    rng = random.Random(seed)
    return [2 * math.exp(-step / 500) + 0.3 + rng.gauss(0, 0.1) for step in range(count)]


def test_the_x_axis_only_ever_doubles() -> None:
    ends = {loss_chart([series(noisy(n))], [], View(), 40).x_range for n in range(81, 700, 13)}
    assert ends == {(0.0, 160.0), (0.0, 320.0), (0.0, 640.0), (0.0, 1280.0)}


def test_what_is_drawn_stays_put_while_the_run_goes_on() -> None:
    values = noisy(640)
    before = draw(loss_chart([series(values[:500])], [], View(smooth=False), 80), 80, 20)
    after = draw(loss_chart([series(values[:600])], [], View(smooth=False), 80), 80, 20)
    columns = range(8, 55)  # steps up to about 450
    for old, new in zip(before.plain().splitlines(), after.plain().splitlines(), strict=True):
        assert [old.ljust(80)[c] for c in columns] == [new.ljust(80)[c] for c in columns]


def test_a_finished_run_fills_the_width() -> None:
    done = series([1.0, 2.0, 3.0])
    done.finished = True
    assert loss_chart([done], [], View(), 40).x_range == (0.0, 2.0)


def test_former_y_limits_stay_while_they_fit() -> None:
    former = Chart(y_range=(0.0, 4.0))
    assert loss_chart([series([3.0, 0.5])], [], View(), 40, former).y_range == (0.0, 4.0)
    assert loss_chart([series([9.0, 0.5])], [], View(), 40, former).y_range != (0.0, 4.0)
    assert loss_chart([series([0.2, 0.1])], [], View(), 40, former).y_range != (0.0, 4.0)


def test_nan_is_marked_where_it_began_and_named() -> None:
    chart = loss_chart([series([*noisy(300), *["nan"] * 20])], [], View(), 80)
    assert chart.notes == ("× loss became nan at step 300",)
    assert min(mark.at for mark in chart.marks if mark.kind == "bad") == pytest.approx(300, abs=2)
    picture = draw(chart, 80, 20)
    assert "×" in picture.plain().splitlines()[-4]
    assert any(span.role == "mark-bad" for row in picture.rows for span in row)


def test_log_scale_says_what_it_hides() -> None:
    chart = loss_chart([series([1.0, 0.0, -1.0, 10.0])], [], View(log_y=True), 40)
    assert chart.notes == ("log scale: values of loss at or below 0 are not shown",)
    assert chart.y_range is not None
    assert chart.y_range[0] > 0


def test_the_smooth_curve_lies_over_the_dim_raw_one() -> None:
    raw, smooth = loss_chart([series(noisy(1000))], [], View(smooth=True), 80).lines
    assert (raw.role, raw.dim, raw.name) == ("series-0-dim", True, "")
    assert (smooth.role, smooth.dim, smooth.name) == ("series-0", False, "loss")


def test_ten_epochs_are_not_smoothed_away() -> None:
    (line,) = loss_chart([series([10.0 - k for k in range(10)])], [], View(smooth=True), 80).lines
    assert [y for y in line.ys if y is not None] == [10.0 - k for k in range(10)]


def test_the_run_before_is_a_ghost_below() -> None:
    chart = loss_chart([series(noisy(500))], [Ghost(series(noisy(500, seed=1)))], View(), 80)
    assert [(line.name, line.role) for line in chart.lines if line.name] == [
        ("loss before", "ghost"),
        ("loss", "series-0"),
    ]


def test_the_crosshair_reads_the_values_in_the_title_row() -> None:
    chart = loss_chart([series([4.0, 3.0, 2.0, 1.0])], [], View(crosshair=2), 80)
    first = draw(chart, 80, 20).rows[0]
    assert (first[0].text.strip(), first[0].role) == ("step 2  loss 2", "crosshair")


def test_two_series_differ_without_colour() -> None:
    chart = loss_chart([series(noisy(300), "train"), series(noisy(300), "val")], [], View(), 80)
    assert "━●━ train  ╍▲╍ val" in draw(chart, 80, 20).plain().splitlines()[0]


def test_zoom_shows_the_asked_steps_and_their_own_limits() -> None:
    chart = loss_chart([series([100.0] * 50 + [1.0] * 50)], [], View(low=60, high=90), 80)
    assert chart.x_range == (60, 90)
    assert chart.y_range is not None
    assert chart.y_range[1] < 10


def test_a_learning_rate_is_drawn_as_it_was_not_smoothed() -> None:
    rate, loss = Series("lr"), Series("loss")
    for series in (rate, loss):
        series.extend([0, 99, 100, 199], [1.0, 1.0, 0.1, 0.1])
    assert [line.dim for line in loss_chart([rate], [], View(), 80).lines] == [False]
    assert len(loss_chart([loss], [], View(), 80).lines) == 2
