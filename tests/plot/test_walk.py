"""Tracks as they were after some of their steps."""

from __future__ import annotations

from studytui.plot.chart import Chart, Line
from studytui.plot.walk import steps_of, walked

CONTOUR = Line("", (0.0, 1.0), (1.0, 0.0), "ink-440154")
LONG = Line("SGD", (0.0, 1.0, 2.0), (3.0, 4.0, None), "series-0", glyph="▲")
SHORT = Line("Adam", (5.0, 6.0), (7.0, 8.0), "series-1")
CHART = Chart(title="f", lines=(CONTOUR, LONG, SHORT), x_range=(0.0, 9.0), y_range=(0.0, 9.0))


def test_tracks_are_the_lines_with_a_name() -> None:
    assert steps_of(CHART) == 2
    assert steps_of(Chart(lines=(CONTOUR,))) == 0


def test_a_walk_shows_the_tracks_so_far_and_where_they_are() -> None:
    chart = walked(CHART, 1, " (keys)")
    contour, long, tip, short, end = chart.lines
    assert contour == CONTOUR
    assert (long.xs, long.ys, long.name) == ((0.0, 1.0), (3.0, 4.0), "SGD")
    assert (tip.xs, tip.ys, tip.kind, tip.glyph, tip.name) == ((1.0,), (4.0,), "points", "▲", "")
    assert (short.xs, end.xs, end.glyph) == ((5.0, 6.0), (6.0,), "●")
    assert chart.notes == ("step 1 of 2 (keys): (1, 4)  (6, 8)",)
    assert (chart.x_range, chart.y_range, chart.title) == (CHART.x_range, CHART.y_range, "f")


def test_past_its_end_a_track_stays_and_a_gap_is_said() -> None:
    chart = walked(CHART, 2)
    assert chart.notes == ("step 2 of 2: (2, –)  (6, 8)",)
