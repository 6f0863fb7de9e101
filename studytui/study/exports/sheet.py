"""What is saved of one plot: the chart to draw, and the table behind it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from studytui.plot import Chart, Ghost, Series, View, loss_chart
from studytui.plot.export import chart_csv, series_csv

COLUMNS = 400
"""Columns of a curve on paper: several pixels wide each at the size it is printed."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A plot with a name, ready to be saved."""

    name: str
    chart: Chart
    table: str
    """CSV."""


def chart_sheet(chart: Chart, name: str = "") -> Sheet:
    """The axes of a figure."""
    return Sheet(name or chart.title or "figure", chart, chart_csv(chart))


def curve_sheet(live: Sequence[Series], ghosts: Sequence[Ghost], view: View) -> Sheet:
    """Curves over their steps."""
    shown = live or [ghost.series for ghost in ghosts]
    name = "-".join(one.name for one in shown[:3]) or "curves"
    return Sheet(name, loss_chart(live, ghosts, view, COLUMNS), series_csv(live, ghosts))
