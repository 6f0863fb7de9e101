"""A chart with its axes settled: where each value lies."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from studytui.plot.axis import Axis, apart, fit
from studytui.plot.cells import cells
from studytui.plot.chart import Chart, Gap, Range, Tick
from studytui.plot.plotext_adapter import FractionTick
from studytui.plot.ticks import step, ticks


@dataclass(frozen=True, slots=True)
class Scene:
    """A chart and its two axes."""

    chart: Chart
    x: Axis
    y: Axis


def scene(chart: Chart) -> Scene:
    """Settle the axes: given ranges as they are, others fitted to the data."""
    x = _range(chart.x_range, _x_values(chart), chart.log_x)
    y = _range(chart.y_range, _y_values(chart), chart.log_y, room=True)
    across = Axis(*x, log=chart.log_x, turned=_turned(chart.x_range))
    return Scene(chart, across, Axis(*y, log=chart.log_y, turned=_turned(chart.y_range)))


def _turned(given: Range | None) -> bool:
    return given is not None and given[0] > given[1]


def _range(given: Range | None, values: Iterable[Gap], log: bool, room: bool = False) -> Range:
    if given is not None:
        return fit(given, log)
    low, high = fit(values, log)
    return (low, high) if log or not room else roomy(low, high)


def roomy(low: float, high: float) -> Range:
    """The limits moved outwards to the next round number."""
    size = step(low, high, 4)
    below, above = (low // size) * size, -((-high) // size) * size
    return apart(min(below, low), max(above, high))


def _x_values(chart: Chart) -> Iterable[Gap]:
    for line in chart.lines:
        half = line.span / 2 if line.kind == "bars" else 0.0
        for x in line.xs:
            yield x - half
            yield x + half
    for image in chart.images:
        yield from image.x_range


def _y_values(chart: Chart) -> Iterable[Gap]:
    for line in chart.lines:
        yield from line.ys
        yield from line.lows
        if line.kind == "bars" and not line.lows:
            yield 0.0
    for image in chart.images:
        yield from image.y_range


def x_ticks(scene: Scene, columns: int) -> tuple[FractionTick, ...]:
    """As many ticks as fit side by side in `columns` cells with two blanks between the labels."""
    if scene.chart.x_ticks is not None:
        return _spread(_fractions(scene.x, scene.chart.x_ticks), columns)
    for most in range(max(1, columns // 8), 0, -1):
        chosen = _fractions(scene.x, ticks(scene.x, most))
        if len(_spread(chosen, columns)) == len(chosen):
            return chosen
    return ()


def y_ticks(scene: Scene, lines: int) -> tuple[FractionTick, ...]:
    """Ticks at least two rows apart."""
    if scene.chart.y_ticks is not None:
        return _rows_apart(_fractions(scene.y, scene.chart.y_ticks), lines, 1)
    return _rows_apart(
        _fractions(scene.y, ticks(scene.y, max(2, lines // (2 if scene.y.log else 4)))), lines, 2
    )


def _fractions(axis: Axis, chosen: Iterable[Tick]) -> tuple[FractionTick, ...]:
    placed = ((axis.fraction(tick.at), tick.label) for tick in chosen)
    return tuple((at, label) for at, label in placed if at is not None and -1e-9 <= at <= 1 + 1e-9)


def _spread(chosen: tuple[FractionTick, ...], columns: int) -> tuple[FractionTick, ...]:
    """Those that leave two blanks between their labels, from the left on."""
    kept: list[FractionTick] = []
    free = -2.0
    for at, label in sorted(chosen):
        half = len(cells(label)) / 2
        centre = min(max(at * (columns - 1), half), max(columns - half, half))
        if centre - half >= free and 2 * half <= columns:
            kept.append((min(max(at, 0.0), 1.0), label))
            free = centre + half + 2
    return tuple(kept)


def _rows_apart(chosen: tuple[FractionTick, ...], lines: int, rows: int) -> tuple[FractionTick, ...]:
    kept: list[FractionTick] = []
    last = -rows
    for at, label in sorted(chosen):
        row = round(at * (lines - 1))
        if row - last >= rows:
            kept.append((min(max(at, 0.0), 1.0), label))
            last = row
    return tuple(kept)
