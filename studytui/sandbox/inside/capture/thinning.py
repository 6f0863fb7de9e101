"""A long batch made short: the picture it gives stays the same."""

from __future__ import annotations

import math
from typing import List, NamedTuple, Sequence

MOST_POINTS = 256
_BUCKETS = (MOST_POINTS - 2) // 3


class Thinned(NamedTuple):
    """What is kept of a batch."""

    kept: List[int]
    """Positions in the batch, ascending."""
    bad: int
    """How many values of the whole batch are not finite."""


def thin(values: Sequence[float]) -> Thinned:
    """At most `MOST_POINTS`: both ends, and of each stretch the least, the greatest, the first not finite."""
    if len(values) <= MOST_POINTS:
        return Thinned(list(range(len(values))), sum(not math.isfinite(value) for value in values))
    kept, bad = {0, len(values) - 1}, 0
    for bucket in range(_BUCKETS):
        start = bucket * len(values) // _BUCKETS
        stretch = values[start : (bucket + 1) * len(values) // _BUCKETS]
        chosen, odd = _extremes(stretch)
        kept.update(start + position for position in chosen)
        bad += odd
    return Thinned(sorted(kept), bad)


def _extremes(stretch: Sequence[float]) -> tuple[list[int], int]:
    """A finite sum proves that all are finite, at the speed of C; only otherwise look at each."""
    if math.isfinite(sum(stretch)):
        return [stretch.index(min(stretch)), stretch.index(max(stretch))], 0
    odd = [i for i, value in enumerate(stretch) if not math.isfinite(value)]
    finite = [value for value in stretch if math.isfinite(value)]
    ends = [stretch.index(min(finite)), stretch.index(max(finite))] if finite else []
    return ends + odd[:1], len(odd)
