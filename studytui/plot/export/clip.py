"""Lines cut where they leave the paper's surroundings.

A dashed line a billion pixels long would cost gigabytes when it is drawn.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from studytui.plot.export.paper import HEIGHT, WIDTH

Place = tuple[float, float]
LOW, HIGH = (-float(WIDTH), -float(HEIGHT)), (2.0 * WIDTH, 2.0 * HEIGHT)


def runs(places: Iterable[Place | None]) -> Iterator[list[Place]]:
    """The connected pieces of a line that lie on or near the paper; a point alone is a piece."""
    piece: list[Place] = []
    before: Place | None = None
    for place in places:
        part = None if place is None else _cut(before or place, place)
        if part is None or (piece and piece[-1] != part[0]):
            if piece:
                yield piece
            piece = []
        if part is not None:
            piece += [part[1]] if piece else [*part]
        before = place
    if piece:
        yield piece


def _cut(a: Place, b: Place) -> tuple[Place, Place] | None:
    """The part of the stroke inside (Y.-D. Liang and B. A. Barsky, 1984); None when there is none."""
    start, end = 0.0, 1.0
    for axis in (0, 1):
        by = b[axis] - a[axis]
        for edge, sign in ((LOW[axis], 1.0), (HIGH[axis], -1.0)):
            inside = sign * (a[axis] - edge)
            if by == 0 and inside < 0:
                return None
            if by:
                at = (edge - a[axis]) / by
                start, end = (max(start, at), end) if sign * by > 0 else (start, min(end, at))
    if start > end:
        return None
    return _along(a, b, start), _along(a, b, end)


def _along(a: Place, b: Place, part: float) -> Place:
    if part in (0.0, 1.0):
        return a if part == 0.0 else b
    return a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part


def near(place: Place) -> Place:
    """The nearest place on or near the paper."""
    return min(max(place[0], LOW[0]), HIGH[0]), min(max(place[1], LOW[1]), HIGH[1])
