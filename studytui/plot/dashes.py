"""Dashes and dots along a line, for readers and terminals without colour."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from studytui.plot.dots import Point

PATTERNS: dict[str, tuple[float, ...]] = {
    "dashed": (6, 4),
    "dotted": (2, 4),
    "dashdot": (7, 3, 2, 3),
}
"""Lengths in dots: drawn, blank, drawn, blank."""

STEEP = 3.0
"""A stroke counts for at most this many times its width, so that noise does not shred the pattern."""
PIECE = 2.0
"""Long strokes are cut into pieces of this length, in dots."""
MOST_PIECES = 512


def dashed(points: Iterable[Point], pattern: Sequence[float]) -> Iterator[Point]:
    """The points with gaps where the pattern is blank. The pattern runs on across gaps."""
    ends = tuple(accumulate(pattern))
    travelled, drawing = 0.0, False
    before: Point = None
    for point in points:
        if point is None or before is None:
            before, drawing = point, False
            yield None
            continue
        for start, end in _pieces(before, point):
            at = travelled % ends[-1]
            if next(i for i, stop in enumerate(ends) if at < stop) % 2 == 0:
                yield from (end,) if drawing else (None, start, end)
                drawing = True
            else:
                drawing = False
            travelled += _length(start, end)
        before = point


def _pieces(a: tuple[float, float], b: tuple[float, float]) -> Iterator[tuple[tuple[float, float], ...]]:
    across, up = b[0] - a[0], b[1] - a[1]
    count = min(MOST_PIECES, max(1, math.ceil(max(abs(across), abs(up)) / PIECE)))
    start = a
    for i in range(1, count + 1):
        end = b if i == count else (a[0] + across * i / count, a[1] + up * i / count)
        yield start, end
        start = end


def _length(a: tuple[float, float], b: tuple[float, float]) -> float:
    across = abs(b[0] - a[0])
    return across + min(abs(b[1] - a[1]), STEEP * across)
