"""Limits that move rarely, so that a live picture stays put and little is sent over the line."""

from __future__ import annotations

import math
from collections.abc import Sequence

from studytui.plot.axis import apart
from studytui.plot.chart import Range
from studytui.plot.scene import roomy

FEWEST_STEPS = 8
KEEP_ABOVE = 0.4
"""Former limits stay while the data fill more than this part of them."""
TAILS = 0.03
"""The part of the values at either end that may be cut off when it would squeeze all others."""
SQUEEZED = 4.0


def steady_high(count: int, columns: int) -> float:
    """The right end of the x axis: columns·2ᵏ steps, so that a column is always a whole number of buckets and
    what is drawn never moves between doublings.
    """
    if count <= 0 or columns <= 0:
        return float(max(columns, 1))
    high = columns * 2.0 ** math.ceil(math.log2(count / columns))
    return max(high, float(FEWEST_STEPS))


def steady(low: float, high: float, former: Range | None, log: bool = False) -> Range:
    """Round limits around the data; the former ones where they still fit well."""
    wanted = _round_log(low, high) if log else roomy(*apart(low, high))
    if former is None or low < former[0] or high > former[1] or (log and former[0] <= 0):
        return wanted
    size = (
        (math.log10(wanted[1] / wanted[0]), math.log10(former[1] / former[0]))
        if log
        else (
            wanted[1] - wanted[0],
            former[1] - former[0],
        )
    )
    return former if size[0] > KEEP_ABOVE * size[1] else wanted


def _round_log(low: float, high: float) -> Range:
    """The nearest 1, 2 or 5 times a power of ten on either side of the data."""
    low, high = apart(low, high, log=True)
    below, above = 10.0 ** math.floor(math.log10(low)), 10.0 ** math.floor(math.log10(high))
    low = max(m * below for m in (1, 2, 5) if m * below <= low or m == 1)
    high = min(m * above for m in (1, 2, 5, 10) if m * above >= high or m == 10)
    return apart(low, high, log=True)


def robust(values: Sequence[float]) -> Range:
    """The range of the values; without the 3 % at either end when that makes it four times smaller.

    Finite values only; (0, 1) for none.
    """
    if not values:
        return 0.0, 1.0
    ordered = sorted(values)
    low, high = ordered[0], ordered[-1]
    inner_low, inner_high = _quantile(ordered, TAILS), _quantile(ordered, 1 - TAILS)
    inner = inner_high - inner_low
    if not math.isfinite(high - low) or high - low > SQUEEZED * inner > 0:
        pad = inner * 0.15
        low, high = max(low, inner_low - pad), min(high, inner_high + pad)
    return apart(low, high)


def _quantile(ordered: Sequence[float], part: float) -> float:
    at = part * (len(ordered) - 1)
    below = math.floor(at)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (ordered[above] / 2 - ordered[below] / 2) * 2 * (at - below)
