"""An axis maps values to fractions of its length, and never produces a number that a picture cannot hold."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from studytui.plot.chart import Range

BIGGEST = 1e300
"""Limits stay within ±this, so that their difference is a number."""
SMALLEST = 1e-290
"""Limits closer than this are moved apart: below it, floats lose their digits."""
FAR = 1e6
"""Fractions stay within ±this: far outside the picture, yet safe to compute with."""


@dataclass(frozen=True, slots=True)
class Axis:
    """Linear, or logarithmic to base 10, from `low` to `high` (both finite, low < high; a log axis: > 0).

    A turned axis has `high` where others have `low`, as images have their first row at the top.
    """

    low: float
    high: float
    log: bool = False
    turned: bool = False

    def fraction(self, value: float | None) -> float | None:
        """0 at one end, 1 at the other; None for what cannot be shown: gaps, nan, inf, <= 0 on a log axis."""
        return self.fractions((value,))[0]

    def fractions(self, values: Sequence[float | None]) -> list[float | None]:
        """The fraction of each value; much faster than one by one."""
        low, span = self._scaled()
        scaled = [_decades(value) for value in values] if self.log else values
        half = low / 2
        parts = [
            None if value is None or not -math.inf < value < math.inf else (value / 2 - half) / span * 2
            for value in scaled
        ]
        near = [part if part is None or -FAR < part < FAR else math.copysign(FAR, part) for part in parts]
        return [None if part is None else 1.0 - part for part in near] if self.turned else near

    def _scaled(self) -> tuple[float, float]:
        if self.log:
            low = math.log10(self.low)
            return low, math.log10(self.high) - low
        return self.low, self.high - self.low


def _decades(value: float | None) -> float | None:
    """The logarithm, where there is one."""
    return math.log10(value) if value is not None and 0 < value < math.inf else None


def fit(values: Iterable[float | None], log: bool = False) -> Range:
    """Limits that hold all values an axis can show; (0, 1), or (1, 10) on a log axis, when there are none."""
    good = [v for v in values if v is not None and math.isfinite(v) and not (log and v <= 0)]
    if not good:
        return (1.0, 10.0) if log else (0.0, 1.0)
    return apart(min(good), max(good), log)


def apart(low: float, high: float, log: bool = False) -> Range:
    """The limits in order, within what floats can hold, and far enough apart to divide by."""
    low, high = min(low, high), max(low, high)
    if log:
        return _apart_log(low, high)
    low, high = max(low, -BIGGEST), min(high, BIGGEST)
    low, high = min(low, BIGGEST), max(high, -BIGGEST)
    size = max(abs(low), abs(high))
    if high - low > max(size * 1e-9, SMALLEST):
        return low, high
    room = size * 0.5 if size > SMALLEST else 0.5
    return max(low - room, -BIGGEST), min(high + room, BIGGEST)


def _apart_log(low: float, high: float) -> Range:
    high = min(max(high, SMALLEST), BIGGEST)
    low = min(max(low, SMALLEST), high)
    if high / low > 1.0001:
        return low, high
    return low / 2, high * 2
