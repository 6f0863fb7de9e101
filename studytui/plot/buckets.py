"""A series of any length in a fixed number of buckets: when they are full, neighbours merge.

Minimum, maximum, sum and counts stay exact for ever; only the place of a point within its bucket is lost.
"""

from __future__ import annotations

from itertools import pairwise
from math import ceil, floor, inf
from typing import NamedTuple

from studytui.plot.smoothing import Average

CAPACITY = 2048
REMEMBERED = 1024
"""Columns kept for the next frame: those of a few views."""


class Column(NamedTuple):
    """What lies in one column of a picture. Without finite values `min` to `ema` are None."""

    min: float | None
    max: float | None
    mean: float | None
    ema: float | None
    bad: int
    """How many values here were not finite."""


EMPTY = Column(None, None, None, None, 0)


class Buckets:
    """`capacity` buckets of `width` steps each; `width` doubles as the series grows."""

    def __init__(self, capacity: int = CAPACITY) -> None:
        self.capacity, self.width, self.used = capacity, 1, 0
        self._min = [inf] * capacity
        self._max = [-inf] * capacity
        self._sum = [0.0] * capacity
        self._count = [0] * capacity
        self._bad = [0] * capacity
        self._ema: list[float | None] = [None] * capacity
        self._average = Average()
        self._averaged_to = -1
        self._settled: dict[tuple[int, int], Column] = {}
        """Columns of buckets that are full: from frame to frame of a live curve only the last ones change."""

    def add(self, step: int, value: float) -> None:
        """A finite value."""
        i = self._index(step)
        if value < self._min[i]:
            self._min[i] = value
        if value > self._max[i]:
            self._max[i] = value
        self._sum[i] += value
        self._count[i] += 1
        self._ema[i] = self._average.add(value, max(1, step - self._averaged_to))
        self._averaged_to = max(step, self._averaged_to)

    def add_bad(self, step: int) -> None:
        """A value that is not finite."""
        self._bad[self._index(step)] += 1

    def _index(self, step: int) -> int:
        while step >= self.capacity * self.width:
            self._merge()
        index = step // self.width
        if index + 1 < self.used:
            self._settled.clear()
        else:
            self.used = index + 1
        return index

    def _merge(self) -> None:
        self._settled.clear()
        rest = self.capacity - self.capacity // 2
        self._min = [*map(min, self._min[::2], self._min[1::2]), *[inf] * rest]
        self._max = [*map(max, self._max[::2], self._max[1::2]), *[-inf] * rest]
        self._sum = [*map(float.__add__, self._sum[::2], self._sum[1::2]), *[0.0] * rest]
        self._count = [*map(int.__add__, self._count[::2], self._count[1::2]), *[0] * rest]
        self._bad = [*map(int.__add__, self._bad[::2], self._bad[1::2]), *[0] * rest]
        pairs = zip(self._ema[::2], self._ema[1::2], strict=True)
        self._ema = [*(a if b is None else b for a, b in pairs), *[None] * rest]
        self.width *= 2
        self.used = (self.used + 1) // 2

    def columns(self, low: float, high: float, width: int) -> list[Column]:
        """The steps from `low` to `high` (not included) in `width` columns of equal size."""
        scale = (high - low) / width / self.width
        start = low / self.width
        inner = [floor(start + scale * k + 0.5) for k in range(1, width)]
        # Half a bucket at either end counts as seen: nothing of the asked range may go missing.
        edges = [min(max(edge, 0), self.used) for edge in (floor(start), *inner, ceil(high / self.width))]
        if len(self._settled) + width > REMEMBERED:
            self._settled.clear()
        return [self._column(a, b) if b > a else EMPTY for a, b in pairwise(edges)]

    def _column(self, a: int, b: int) -> Column:
        if b >= self.used:
            return self._summed(a, b)
        if (a, b) not in self._settled:
            self._settled[a, b] = self._summed(a, b)
        return self._settled[a, b]

    def _summed(self, a: int, b: int) -> Column:
        bad, count = sum(self._bad[a:b]), sum(self._count[a:b])
        if not count:
            return Column(None, None, None, None, bad)
        ema = next((e for e in reversed(self._ema[a:b]) if e is not None), None)
        mean = sum(self._sum[a:b]) / count
        low, high = min(self._min[a:b]), max(self._max[a:b])
        return Column(low, high, min(max(mean, low), high), ema, bad)
