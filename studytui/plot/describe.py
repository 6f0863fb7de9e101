"""A series in words: for the line under the plot, for screen readers, for `studytui run`."""

from __future__ import annotations

import math
import sys

from studytui.plot.numbers import short
from studytui.plot.series import Series
from studytui.plot.units import is_rate

JUDGED_FROM = 20
"""A verdict on fewer steps would be a guess."""


def describe(series: Series) -> str:
    """One line: "loss: converged, 2000 steps, 12.3 → 8.8, min 8.79 at step 1990"."""
    if not series.count or series.first is None or series.last is None:
        return f"{series.name}: nothing recorded"
    word = "" if is_rate(series.name) else verdict(series)
    parts = [word] if word else []
    steps = _steps(series)
    parts += [f"{steps}, {short(series.first)} → {short(series.last)}" if series.count > 1 else steps]
    if series.count == 1:
        parts.append(short(series.last))
    elif series.min is not None:
        parts.append(f"min {short(series.min)} at {_unit(series)} {series.min_step}")
    if series.first_bad_step is not None and series.first_bad is not None:
        parts.append(f"became {short(series.first_bad)} at {_unit(series)} {series.first_bad_step}")
    return f"{series.name}: " + ", ".join(parts)


def _unit(series: Series) -> str:
    """What its points are."""
    return "epoch" if series.epochs.one_each(series.count) else "step"


def _steps(series: Series) -> str:
    """ "1 step", "40 epochs", "1000 steps in 10 epochs"."""
    if series.epochs.one_each(series.count):
        return f"{series.count} epochs"
    steps = "1 step" if series.count == 1 else f"{series.count} steps"
    return f"{steps} in {series.epochs.count} epochs" if series.epochs.count > 1 else steps


def verdict(series: Series) -> str:
    """ "diverging", "still falling", "converged" or "plateau" where that is clear; otherwise "".

    Judged by the mean of the last tenth against that of the tenth a quarter before the end: flat when they
    differ by less than 0.5 %, or by less than a fortieth of what the last tenth itself swings. Flat after a
    fall is converged, flat without one a plateau.
    """
    if series.last is not None and not math.isfinite(series.last):
        return "diverging"
    columns = series.columns(0, series.count, 10)
    before, last = columns[7].mean, columns[9]
    if series.count < JUDGED_FROM or series.first is None or before is None or last.mean is None:
        return ""
    swing = (last.max or 0.0) / 2 - (last.min or 0.0) / 2  # halves: the range of doubles must not overflow
    return _judge(series.first, before, last.mean, 2 * min(swing, sys.float_info.max / 2))


def _judge(first: float, before: float, last: float, swing: float) -> str:
    if not math.isfinite(first):
        return ""
    tail, fall = last / 2 - before / 2, first / 2 - last / 2
    if last > 4 * abs(first) and tail > 0:
        return "diverging"
    if abs(tail) <= max(0.005 * abs(last), 0.05 * swing) or abs(last) <= 1e-6 * abs(first):
        return "converged" if fall > max(0.5 * swing, 0.025 * abs(first)) else "plateau"
    return "still falling" if tail < 0 else ""
