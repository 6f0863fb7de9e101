"""Retention and forecast as charts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from studytui.plot import Chart, Line, Mark, Tick
from studytui.study.habits.retention import Retention
from studytui.study.schedule.review import RETENTION

ENOUGH = 5
"""Reviews of a week: a share of fewer says nothing."""


def forecast_chart(counts: Sequence[float], today: date) -> Chart:
    """Reviews of the coming days as bars."""
    xs = tuple(float(day) for day in range(len(counts)))
    every = max(1, -(-len(counts) // 7))
    ticks = tuple(
        Tick(float(day), f"{today + timedelta(days=day):%d %b}") for day in range(0, len(counts), every)
    )
    bars = Line("reviews", xs, tuple(counts), kind="bars")
    return Chart(
        title=f"reviews due in the next {len(counts)} days",
        lines=(bars,),
        x_ticks=ticks,
        y_range=(0.0, max(1.0, *counts)),
    )


def retention_chart(weeks: Mapping[date, Retention]) -> Chart:
    """What was still known each week, in percent, beside what FSRS expected; of the weeks with enough
    reviews to tell."""
    told = {monday: week for monday, week in weeks.items() if week.reviewed >= ENOUGH}
    mondays = list(told)
    xs = tuple(float((monday - mondays[0]).days) for monday in mondays)
    every = max(1, -(-len(mondays) // 6))
    ticks = tuple(Tick(x, f"{day:%d %b}") for x, day in list(zip(xs, mondays, strict=True))[::every])
    known = tuple(100 * week.share for week in told.values())
    expected = tuple(100 * week.expected for week in told.values())
    low = min([*known, *expected, 80.0])
    return Chart(
        title="still known when due, in percent, week by week",
        lines=(
            Line("known", xs, known, role="series-0", glyph="●"),
            Line("FSRS expected", xs, expected, role="series-1", dash="dashed", glyph="▲"),
        ),
        x_ticks=ticks,
        y_range=(5.0 * (low // 5), 100.0),
        marks=(Mark("horizontal", 100 * RETENTION),),
    )
