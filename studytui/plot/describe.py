"""A series in words: for the line under the plot, for screen readers, for `studytui run`."""

from __future__ import annotations

import math

from studytui.plot.numbers import short
from studytui.plot.series import Series

JUDGED_FROM = 20
"""A verdict on fewer steps would be a guess."""


def describe(series: Series) -> str:
    """One line: "loss: 2000 steps, 12.3 → 8.8, min 8.79 at step 1990, converged"."""
    if not series.count or series.first is None or series.last is None:
        return f"{series.name}: nothing recorded"
    steps = "1 step" if series.count == 1 else f"{series.count} steps"
    parts = [f"{steps}, {short(series.first)} → {short(series.last)}" if series.count > 1 else steps]
    if series.count == 1:
        parts.append(short(series.last))
    elif series.min is not None:
        parts.append(f"min {short(series.min)} at step {series.min_step}")
    if series.first_bad_step is not None and series.first_bad is not None:
        parts.append(f"became {short(series.first_bad)} at step {series.first_bad_step}")
    parts.extend(filter(None, [verdict(series)]))
    return f"{series.name}: " + ", ".join(parts)


def verdict(series: Series) -> str:
    """ "diverging", "plateau", "converged" or "still falling" where that is clear; otherwise "".

    Compares the means of the first tenth, the last tenth, and the tenth a quarter before the end.
    """
    if series.last is not None and not math.isfinite(series.last):
        return "diverging"
    tenths = [column.mean for column in series.columns(0, series.count, 10)]
    first, before, last = tenths[0], tenths[7], tenths[9]
    if series.count < JUDGED_FROM or first is None or before is None or last is None:
        return ""
    if series.min is None or series.max is None:
        return ""
    return _judge(first, before, last, series.max / 2 - series.min / 2)


def _judge(first: float, before: float, last: float, half_range: float) -> str:
    change, tail = last / 2 - first / 2, last / 2 - before / 2
    if abs(change) <= 0.05 * half_range or half_range == 0:
        return "plateau"
    if last > 4 * abs(first) and tail > 0:
        return "diverging"
    if change < 0 and abs(tail) < 0.02 * abs(change):
        return "converged"
    if change < 0 and tail < -0.1 * abs(change):
        return "still falling"
    return ""
