"""The chart of a function and its derivatives."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Collection, Iterable, Sequence
from typing import Protocol

from studytui.plot.axis import apart
from studytui.plot.chart import Chart, Dash, Gap, Line, Mark, Range, series_role
from studytui.plot.glyphs import told_apart
from studytui.plot.limits import robust
from studytui.plot.numbers import finite, short
from studytui.plot.scene import roomy

NAMES = ("f", "f′", "f″", "f‴")
DASHES: tuple[Dash, ...] = ("solid", "dashed", "dotted", "dashdot")
REACH = 2.0
"""Derivatives may widen the y axis by this many times the height of the first curve shown, to each side."""
TANGENT = 0.15
"""The tangent reaches this part of the width to either side."""


class OnGrid(Protocol):
    """f and its derivatives on a grid, as the event `Derivatives` has them."""

    @property
    def x(self) -> Sequence[float]: ...
    @property
    def orders(self) -> Sequence[Sequence[float | None]]: ...


def derivative_chart(
    data: OnGrid, orders_shown: Collection[int] | None = None, crosshair: float | None = None
) -> Chart:
    """The chosen orders (0 is f; None: all) over x, with gaps where there is no value.

    The y axis leaves out the outermost 3 % when poles would flatten everything else, and follows higher
    orders only so far that the first curve stays readable; a note says so. The crosshair reads all orders
    at the nearest grid point and lays the tangent of f there.
    """
    xs = tuple(x for x in map(finite, data.x) if x is not None)
    rows = [tuple(map(finite, row[: len(xs)])) for row in data.orders]
    shown = [k for k in range(len(rows)) if orders_shown is None or k in orders_shown]
    lines = [Line(_name(k), xs, rows[k], series_role(k), dash=DASHES[k % len(DASHES)]) for k in shown]
    y_range = _limits([rows[k] for k in shown])
    index = None if crosshair is None or not xs else _nearest(xs, crosshair)
    tangent = _tangent(xs, rows, index) if index is not None and 0 in shown else ()
    return Chart(
        title="f and its derivatives" if len(shown) > 1 else "",
        lines=(*told_apart(lines), *tangent),
        x_label="x",
        y_range=y_range,
        marks=tuple(_marks(y_range, xs, index)),
        notes=tuple(_beyond(lines, y_range)),
        readout="" if index is None else _readout(xs, rows, index),
    )


def _name(order: int) -> str:
    return NAMES[order] if order < len(NAMES) else f"f⁽{order}⁾"


def _limits(rows: Iterable[Sequence[Gap]]) -> Range:
    parts = [_part([v for v in row if v is not None]) for row in rows if any(v is not None for v in row)]
    if not parts:
        return 0.0, 1.0
    low, high = parts[0]
    reach = REACH * (high - low) or math.inf
    lowest = max(low - reach, min(part[0] for part in parts))
    highest = min(high + reach, max(part[1] for part in parts))
    return roomy(*apart(lowest, highest))


def _part(values: Sequence[float]) -> Range:
    return robust(values) if max(values) > min(values) else (values[0], values[0])


def _beyond(lines: Iterable[Line], limits: Range) -> Iterable[str]:
    names = [
        line.name for line in lines if any(y is not None and not limits[0] <= y <= limits[1] for y in line.ys)
    ]
    if names:
        several = f"{', '.join(names[:-1])} and {names[-1]} reach"
        yield f"{several if len(names) > 1 else names[0] + ' reaches'} beyond the picture"


def _nearest(xs: Sequence[float], at: float) -> int:
    right = min(bisect_left(xs, at), len(xs) - 1)
    left = max(right - 1, 0)
    return left if abs(xs[left] - at) <= abs(xs[right] - at) else right


def _tangent(xs: Sequence[float], rows: Sequence[Sequence[Gap]], index: int) -> Iterable[Line]:
    if len(rows) < 2 or index >= min(len(rows[0]), len(rows[1])):
        return
    y, slope = rows[0][index], rows[1][index]
    if y is not None and slope is not None:
        x, reach = xs[index], TANGENT * (xs[-1] - xs[0])
        ends = (x - reach, x + reach)
        yield Line(
            "tangent", ends, tuple(y + slope * (end - x) for end in ends), "crosshair", True, dash="dotted"
        )


def _marks(limits: Range, xs: Sequence[float], index: int | None) -> Iterable[Mark]:
    if limits[0] < 0 < limits[1]:
        yield Mark("horizontal", 0.0)
    if index is not None:
        yield Mark("vertical", xs[index])


def _readout(xs: Sequence[float], rows: Sequence[Sequence[Gap]], index: int) -> str:
    parts = [f"x={short(xs[index])}"]
    for order, row in enumerate(rows):
        value = row[index] if index < len(row) else None
        parts.append(f"{_name(order)}={'–' if value is None else short(value)}")
    return "  ".join(parts)
