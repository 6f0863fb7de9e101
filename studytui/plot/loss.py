"""The chart of recorded series: live curves over the dim ones of the run before."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from studytui.plot.buckets import Column
from studytui.plot.chart import Chart, Dash, Gap, Line, Mark, Range, series_role
from studytui.plot.ghost import Ghost
from studytui.plot.glyphs import told_apart
from studytui.plot.limits import steady, steady_high
from studytui.plot.numbers import short
from studytui.plot.series import Series
from studytui.plot.units import is_rate
from studytui.plot.view import View

DASHES: tuple[Dash, ...] = ("solid", "dashed", "dashdot")
GHOST_DASH: Dash = "dotted"
FARTHEST = 1e15
SMOOTH_FROM = 64
"""Shorter series are shown as they are: smoothing ten epochs hides them."""


@dataclass(frozen=True, slots=True)
class _Curve:
    series: Series
    columns: list[Column]
    xs: tuple[float, ...]
    role: str
    dash: Dash
    ghost: Ghost | None = None

    @property
    def name(self) -> str:
        return self.ghost.label if self.ghost else self.series.name


def loss_chart(
    series: Sequence[Series],
    ghosts: Sequence[Ghost],
    view: View,
    width: int,
    previous: Chart | None = None,
) -> Chart:
    """The series over their steps, for a picture `width` cells wide.

    `previous` is the chart drawn before, whose y limits stay while they fit. Each column shows the least and
    the greatest of its values, so no spike is lost; smoothed curves lie over the dim raw ones; ghosts are
    their smoothed curves alone, kept ones in colours of their own. Values that are not finite are marked
    with × and named in the notes.
    """
    x_range, end = _x_range([*series, *(ghost.series for ghost in ghosts)], view, width)
    curves = _curves(series, ghosts, (x_range[0], end), max(2, 2 * width))
    epochs = _epoch_marks(series, x_range, width)
    former = previous.y_range if previous is not None and previous.log_y == view.log_y else None
    return Chart(
        title=" · ".join(s.name for s in series) if len(series) == 1 else "",
        lines=told_apart([line for curve in curves for line in _lines(curve, view)]),
        x_label=_x_label(series, bool(epochs)),
        log_y=view.log_y,
        x_range=x_range,
        y_range=_y_range(curves, former, view.log_y),
        marks=(*epochs, *_bad_marks(curves), *_crosshair(view)),
        notes=(*_bad_notes(series), *_log_notes(curves, view)),
        readout="" if view.crosshair is None else _readout(series, _step(view.crosshair), x_range, width),
    )


def _x_range(series: Sequence[Series], view: View, width: int) -> tuple[Range, float]:
    """The limits of the axis, and the first step that is not shown."""
    count = max((s.count for s in series), default=0)
    low = 0.0 if view.low is None else _step(view.low)
    if view.high is None and not (series and all(s.finished for s in series)):
        high = end = max(steady_high(count, max(2, 2 * width)), low + 1.0)
    else:
        high = max(float(count - 1) if view.high is None else _step(view.high), low + 1.0)
        end = high + 1.0
    return (low, high), end


def _epoch_marks(series: Sequence[Series], span: Range, width: int) -> tuple[Mark, ...]:
    """Those of the longest series; none where its points are the epochs."""
    longest = max(series, key=lambda one: one.count, default=None)
    if longest is None or longest.epochs.one_each(longest.count):
        return ()
    return tuple(Mark("epoch", float(at)) for at in longest.epochs.marks(*span, width))


def _x_label(series: Sequence[Series], marked: bool) -> str:
    if series and all(one.epochs.one_each(one.count) for one in series):
        return "epoch"
    return "step  ┴ epoch" if marked else "step"


def _step(at: float) -> float:
    """Within the steps that any run can reach."""
    return min(max(at, -FARTHEST), FARTHEST) if math.isfinite(at) else 0.0


def _curves(series: Sequence[Series], ghosts: Sequence[Ghost], span: Range, columns: int) -> list[_Curve]:
    low, high = span
    size = (high - low) / columns
    # Step n lies at n, in the middle of the column from n − ½ to n + ½.
    xs = tuple(low + size * (k + 0.5) - 0.5 for k in range(columns))
    live = [
        _Curve(s, s.columns(low, high, columns), xs, series_role(i), DASHES[i % len(DASHES)])
        for i, s in enumerate(series)
    ]
    old = [
        _Curve(
            g.series, g.series.columns(low, high, columns), xs, _ghost_role(g, len(live) + i), GHOST_DASH, g
        )
        for i, g in enumerate(ghosts)
    ]
    return old + live


def _ghost_role(ghost: Ghost, index: int) -> str:
    """Kept runs have colours of their own."""
    return series_role(index) if ghost.kept else "ghost"


def _lines(curve: _Curve, view: View) -> Iterable[Line]:
    name = curve.name
    smooth = curve.series.count >= SMOOTH_FROM and not is_rate(curve.series.name)
    if curve.ghost:
        yield _averaged(curve, name, dim=True) if smooth else _raw(curve, name, dim=True)
    elif view.smooth and smooth:
        yield _raw(curve, "", dim=True)
        yield _averaged(curve, name, dim=False)
    else:
        yield _raw(curve, name, dim=False)


def _raw(curve: _Curve, name: str, dim: bool) -> Line:
    role = curve.role + ("-dim" if dim and not curve.ghost else "")
    xs: list[float] = []
    ys: list[Gap] = []
    end: float | None = None
    for x, column in zip(curve.xs, curve.columns, strict=True):
        if column.min is None or column.max is None:
            if column.bad:
                xs.append(x)
                ys.append(None)
            continue
        # From where the curve is to the nearer extreme, then to the other: no needless strokes.
        pair = (column.min, column.max)
        if end is not None and abs(end - pair[1]) < abs(end - pair[0]):
            pair = (pair[1], pair[0])
        steps = pair if pair[0] != pair[1] else pair[:1]
        xs.extend([x] * len(steps))
        ys.extend(steps)
        end = steps[-1]
    return Line(name, tuple(xs), tuple(ys), role, dim, dash=curve.dash if name else "solid")


def _averaged(curve: _Curve, name: str, dim: bool) -> Line:
    shown = [(x, c.ema) for x, c in zip(curve.xs, curve.columns, strict=True) if c.ema is not None or c.bad]
    return Line(
        name, tuple(x for x, _ in shown), tuple(ema for _, ema in shown), curve.role, dim, dash=curve.dash
    )


def _y_range(curves: Sequence[_Curve], former: Range | None, log: bool) -> Range | None:
    shown = [value for curve in curves for column in curve.columns for value in (column.min, column.max)]
    good = [v for v in shown if v is not None and not (log and v <= 0)]
    return steady(min(good), max(good), former, log) if good else None


def _bad_marks(curves: Sequence[_Curve]) -> Iterable[Mark]:
    for curve in curves:
        if not curve.ghost:
            yield from (Mark("bad", x) for x, c in zip(curve.xs, curve.columns, strict=True) if c.bad)


def _bad_notes(series: Sequence[Series]) -> Iterable[str]:
    for s in series:
        if s.first_bad_step is not None and s.first_bad is not None:
            yield f"× {s.name} became {short(s.first_bad)} at step {s.first_bad_step}"


def _log_notes(curves: Sequence[_Curve], view: View) -> Iterable[str]:
    if not view.log_y:
        return
    for curve in curves:
        hidden = [c for c in curve.columns if c.min is not None and c.min <= 0]
        if hidden and not curve.ghost:
            yield f"log scale: values of {curve.series.name} at or below 0 are not shown"


def _crosshair(view: View) -> Iterable[Mark]:
    return () if view.crosshair is None else (Mark("vertical", _step(view.crosshair)),)


def _readout(series: Sequence[Series], at: float, span: Range, width: int) -> str:
    half = (span[1] - span[0]) / max(2, 2 * width) / 2
    words = [_read(s, at, half, alone=len(series) == 1) for s in series]
    return f"step {short(round(at), 7)}  " + "  ".join(words)


def _read(series: Series, at: float, half: float, *, alone: bool) -> str:
    low, high = (at - half, at + half) if half > 0.5 else (math.floor(at + 0.5), math.floor(at + 1.5))
    column = series.columns(low, high, 1)[0]
    if column.mean is None or column.min is None or column.max is None:
        return f"{series.name} {'not finite' if column.bad else '–'}"
    text = f"{series.name} {short(column.mean)}"
    if not alone:
        return text
    if column.min != column.max:
        text += f" [{short(column.min)}…{short(column.max)}]"
    if column.ema is not None and series.count >= SMOOTH_FROM and not math.isclose(column.ema, column.mean):
        text += f" smooth {short(column.ema)}"
    return text
