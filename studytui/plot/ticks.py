"""Ticks at 1-2-5 steps, few enough that their labels never touch."""

from __future__ import annotations

import math

from studytui.plot.axis import Axis
from studytui.plot.chart import Tick


def ticks(axis: Axis, most: int) -> tuple[Tick, ...]:
    """At most about `most` ticks inside the axis; decades on a log axis that spans some."""
    if axis.log:
        round_values = _log_values(axis, most)
        if len(round_values) > 1:
            return round_values
    values = steps(axis.low, axis.high, most)
    if len(values) < 2 <= most:
        values = steps(axis.low, axis.high, 2 * most)  # one tick alone says nothing about the scale
    if axis.log:
        values = [v for v in values if v > 0] or [axis.low, axis.high]
    return tuple(Tick(v, label) for v, label in zip(values, labels(values), strict=True))


def steps(low: float, high: float, most: int) -> list[float]:
    """Multiples of 1, 2 or 5 times a power of ten inside [low, high]."""
    size = step(low, high, most)
    first, last = math.ceil(low / size - 1e-9), math.floor(high / size + 1e-9)
    return [min(max(k * size, low), high) for k in range(first, last + 1)]


def step(low: float, high: float, most: int) -> float:
    """The 1-2-5 step that gives at most about `most` ticks between low and high."""
    raw = (high - low) / max(1, most)
    power = 10.0 ** math.floor(math.log10(raw))
    return next(m * power for m in (1, 2, 5, 10) if m * power >= raw * 0.999)


def labels(values: list[float]) -> list[str]:
    """One label each, all with the digits their distance needs; powers of ten where plain digits get long."""
    if not values:
        return []
    gap = values[1] - values[0] if len(values) > 1 else abs(values[0]) or 1.0
    biggest = max(map(abs, values)) or 1.0
    if biggest >= 1e6 or biggest < 1e-3:
        return [_power(v, gap, biggest) for v in values]
    digits = min(8, max(0, -math.floor(math.log10(gap) + 1e-9)))
    return [f"{v + 0.0:.{digits}f}".replace("-", "−") if abs(v) > gap * 1e-6 else "0" for v in values]


def _power(value: float, gap: float, biggest: float) -> str:
    if abs(value) <= gap * 1e-6:
        return "0"
    digits = min(6, max(0, math.floor(math.log10(biggest)) - math.floor(math.log10(gap) + 1e-9)))
    mantissa, exponent = f"{value:.{digits}e}".split("e")
    return f"{mantissa}e{int(exponent)}".replace("-", "−")


def _log_values(axis: Axis, most: int) -> tuple[Tick, ...]:
    """1, 2 and 5 of each decade where there are few decades; else every decade, or every so many."""
    first, last = math.floor(math.log10(axis.low)), math.ceil(math.log10(axis.high))
    every = max(1, math.ceil((last - first + 1) / max(1, most)))
    leads = (1, 2, 5) if last - first <= 3 and most > 2 else (1,)
    values = [(lead, power) for power in range(first, last + 1, every) for lead in leads]
    return tuple(
        Tick(lead * 10.0**power, _log_label(lead, power))
        for lead, power in values
        if axis.low * (1 - 1e-9) <= lead * 10.0**power <= axis.high * (1 + 1e-9)
    )


def _log_label(lead: int, power: int) -> str:
    return f"{lead * 10.0**power:g}" if -4 < power < 4 else f"{lead}e{power}".replace("-", "−")
