"""What a plot pane can show, one sheet at a time: groups of curves, axes of figures, derivatives."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from typing import Protocol

from studytui.plot import Chart, Mark, Space, View, derivative_chart, describe, loss_chart, space_chart
from studytui.plot.series import DECADES
from studytui.runner.events import Derivatives
from studytui.study import exports
from studytui.study.exports.sheet import chart_sheet, curve_sheet
from studytui.tui.widgets.plot_curves import Group

Range = tuple[float, float]


class Sheet(Protocol):
    """One picture that can be asked for."""

    @property
    def words(self) -> str:
        """What it shows, in a line."""

    def chart(self, view: View, width: int, previous: Chart | None) -> Chart:
        """The chart for this view, `width` cells wide; `previous` is the one drawn before."""

    def paper(self, view: View) -> exports.Sheet:
        """The same for a file, without crosshair."""


@dataclass(frozen=True)
class CurveSheet:
    """Series on common axes."""

    group: Group

    @property
    def words(self) -> str:
        if not self.group.live:
            return "before: " + "; ".join(describe(ghost.series) for ghost in self.group.ghosts)
        return "; ".join(map(describe, self.group.live))

    @property
    def spans_decades(self) -> bool:
        """Whether a linear axis presses most of it flat: all positive, the least far below the largest."""
        ends = [(one.min, one.max) for one in self.group.live if one.min is not None and one.max is not None]
        return bool(ends) and 0 < min(low for low, _ in ends) < max(high for _, high in ends) / DECADES

    def chart(self, view: View, width: int, previous: Chart | None) -> Chart:
        return loss_chart(self.group.live, self.group.ghosts, view, width, previous)

    def paper(self, view: View) -> exports.Sheet:
        return curve_sheet(self.group.live, self.group.ghosts, replace(view, crosshair=None))


@dataclass(frozen=True)
class StillSheet:
    """A finished chart: the axes of a figure."""

    still: Chart

    @property
    def words(self) -> str:
        return self.still.title or ", ".join(line.name for line in self.still.lines if line.name) or "figure"

    def chart(self, view: View, width: int, previous: Chart | None) -> Chart:
        chart = zoomed(self.still, view)
        if view.crosshair is None:
            return chart
        marks = (*chart.marks, Mark("vertical", view.crosshair))
        return replace(chart, marks=marks, readout=read(chart, view.crosshair))

    def paper(self, view: View) -> exports.Sheet:
        return chart_sheet(zoomed(self.still, view))


@dataclass(frozen=True)
class SpaceSheet:
    """3-D axes that can be turned."""

    space: Space

    @property
    def words(self) -> str:
        return f"{self.space.title or '3-D figure'}  arrows turn it, 0 turns it back"

    def chart(self, view: View, width: int, previous: Chart | None) -> Chart:
        return space_chart(self.space, view.elev, view.azim)

    def paper(self, view: View) -> exports.Sheet:
        return chart_sheet(space_chart(self.space, view.elev, view.azim))


@dataclass(frozen=True)
class DerivativeSheet:
    """f and its derivatives, with the tangent at the crosshair."""

    data: Derivatives
    shown: frozenset[int]

    @property
    def words(self) -> str:
        return "arrows read the values; the dim line is the tangent of f"

    def chart(self, view: View, width: int, previous: Chart | None) -> Chart:
        return zoomed(derivative_chart(self.data, self.shown, view.crosshair), view)

    def paper(self, view: View) -> exports.Sheet:
        return chart_sheet(zoomed(derivative_chart(self.data, self.shown), view), "derivatives")


def derivative_sheet(data: Derivatives, shown: Collection[int]) -> DerivativeSheet:
    """The sheet for these orders (0 is f)."""
    return DerivativeSheet(data, frozenset(shown))


def zoomed(chart: Chart, view: View) -> Chart:
    """The chart with the scale and the part of x that the view asks for."""
    low, high = x_range(chart)
    span = (low if view.low is None else view.low, high if view.high is None else view.high)
    asked = view.low is not None or view.high is not None
    return replace(
        chart, log_y=chart.log_y != view.log_y, x_range=span if asked and span[1] > span[0] else chart.x_range
    )


def x_range(chart: Chart) -> Range:
    """From where to where the chart goes."""
    if chart.x_range is not None:
        return chart.x_range
    xs = [x for line in chart.lines for x in line.xs]
    return (min(xs), max(xs)) if xs else (0.0, 1.0)


def read(chart: Chart, at: float) -> str:
    """The named values nearest to `at`: `x 1.2  sin 0.93  cos 0.36`."""
    return "  ".join([f"x {at:.4g}", *_values(chart, at)])


def _values(chart: Chart, at: float) -> Iterable[str]:
    for number, line in enumerate(chart.lines, 1):
        points = [(abs(x - at), y) for x, y in zip(line.xs, line.ys, strict=True)]
        if points and not line.dim:
            y = min(points, key=lambda point: point[0])[1]
            yield f"{line.name or f'line {number}'} {'–' if y is None else f'{y:.4g}'}"
