"""Epochs on the axis of a curve and in its words."""

from __future__ import annotations

import pytest

from studytui.plot import Series, View, describe, draw, loss_chart
from studytui.plot.export.svg import svg


def series(steps: int, starts: list[int]) -> Series:
    found = Series("loss")
    found.extend(range(steps), (1 / (step + 1) for step in range(steps)))
    found.epochs.add(starts, len(starts))
    found.finished = True
    return found


@pytest.mark.parametrize(("width", "height"), [(80, 18), (120, 40), (40, 10)])
def test_ticks_stand_on_the_axis_where_epochs_begin(width: int, height: int) -> None:
    chart = loss_chart([series(400, [0, 100, 200, 300])], [], View(), width)
    rows = draw(chart, width, height).plain().splitlines()
    axis = next(row for row in rows if row.lstrip().startswith("└"))
    assert axis.count("┴") + axis.count("┼") == 3
    at = [col for col, char in enumerate(axis) if char in "┴┼"]
    assert at[1] - at[0] == pytest.approx(at[2] - at[1], abs=1)
    assert "step  ┴ epoch" in rows[-1]
    assert "400 steps in 4 epochs" in describe(series(400, [0, 100, 200, 300]))


def test_points_that_are_epochs_are_called_so() -> None:
    one = series(30, list(range(30)))
    chart = loss_chart([one], [], View(), 80)
    assert (chart.x_label, chart.marks) == ("epoch", ())
    assert describe(one).endswith("30 epochs, 1 → 0.03333, min 0.03333 at epoch 29")


def test_ticks_that_would_crowd_are_left_out_and_come_back_with_zoom() -> None:
    many = series(5000, list(range(0, 5000, 10)))
    assert loss_chart([many], [], View(), 80).marks == ()
    assert len(loss_chart([many], [], View(low=1000, high=1100), 80).marks) == 9
    assert "500 epochs" in describe(many)


def test_marks_stay_few_however_many_epochs_there_are() -> None:
    one = Series("loss")
    for start in range(0, 100_000, 250):
        one.epochs.add(range(start * 7, (start + 250) * 7, 7), start + 250)
    assert len(one.epochs.starts) <= 1024
    assert one.epochs.count == 100_000


def test_on_paper_they_are_strokes() -> None:
    with_marks, without = (
        svg(loss_chart([series(400, starts)], [], View(), 400)) for starts in ([0, 100, 200, 300], [])
    )
    assert with_marks.count("<line") == without.count("<line") + 3
