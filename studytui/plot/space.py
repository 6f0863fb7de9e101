"""3-D axes of a figure, seen from any side: scatter, lines and surfaces as wireframes in a box."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product
from typing import Any

from studytui.plot.axis import apart
from studytui.plot.chart import Chart, Gap, Kind, Line, Note, Range
from studytui.plot.glyphs import told_apart
from studytui.plot.ink import ink_role
from studytui.plot.numbers import finite, short

MOST_ITEMS, MOST_POINTS, MOST_TEXT = 32, 20_000, 60
FRAME = "ink-808080"
REACH = 0.95
"""The box, a cube of side 1, always lies within this of the middle."""
OUTSIDE = 1.12
"""Words stand this much farther from the middle than the edge they belong to."""
Place = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Part:
    """A line or points; coordinates within the box, from −½ to ½, None where a line is interrupted."""

    name: str
    kind: Kind
    role: str
    places: tuple[Place | None, ...]


@dataclass(frozen=True, slots=True)
class Space:
    """What lies in the box, how the box is labelled, and from where it was seen first (degrees)."""

    title: str
    parts: tuple[Part, ...]
    limits: tuple[Range, Range, Range]
    labels: tuple[str, str, str]
    elev: float
    azim: float


def read_space(axes: Mapping[str, Any]) -> Space | None:
    """The 3-D part of a pair of axes; None when there is none, or nothing in it is as it should be."""
    given = axes.get("space")
    if not isinstance(given, Mapping):
        return None
    limits = [_range(ends) for ends in _listed(given.get("limits"))[:3]]
    if len(limits) != 3:
        return None
    labels = [_text(label) for label in _listed(given.get("labels"))[:3]] + [""] * 3
    items = [item for item in _listed(given.get("items"))[:MOST_ITEMS] if isinstance(item, Mapping)]
    box = (limits[0], limits[1], limits[2])
    parts = tuple(_part(item, index, box) for index, item in enumerate(items))
    elev, azim = finite(given.get("elev")), finite(given.get("azim"))
    angles = (30.0 if elev is None else elev % 360, -60.0 if azim is None else azim % 360)
    return Space(_text(axes.get("title")), parts, box, (labels[0], labels[1], labels[2]), *angles)


def space_chart(space: Space, elev: float, azim: float) -> Chart:
    """The box turned by these degrees against where it was seen first, without perspective."""
    turn = _Turn(space.elev + elev, space.azim + azim)
    lines = [_line(part, turn) for part in space.parts]
    return Chart(
        title=space.title,
        lines=(*_frame(turn), *told_apart(lines)),
        texts=tuple(_texts(space, turn)),
        x_range=(-REACH, REACH),
        y_range=(-REACH, REACH),
        x_ticks=(),
        y_ticks=(),
    )


class _Turn:
    """Orthographic projection: x to the right, y upwards, and how near a place is."""

    def __init__(self, elev: float, azim: float) -> None:
        up, round_ = math.radians(elev), math.radians(azim)
        self._sin, self._cos = (math.sin(up), math.sin(round_)), (math.cos(up), math.cos(round_))

    def seen(self, place: Place) -> Place:
        (sin_up, sin_round), (cos_up, cos_round) = self._sin, self._cos
        x, y, z = place
        towards = x * cos_round + y * sin_round
        return y * cos_round - x * sin_round, z * cos_up - towards * sin_up, towards * cos_up + z * sin_up


def _line(part: Part, turn: _Turn) -> Line:
    known = [None if place is None else turn.seen(place) for place in part.places]
    xs = tuple(0.0 if place is None else place[0] for place in known)
    ys: tuple[Gap, ...] = tuple(None if place is None else place[1] for place in known)
    return Line(part.name, xs, ys, part.role, kind=part.kind)


def _edges(turn: _Turn) -> list[tuple[Place, Place]]:
    """Edges of the box as places, without the three that would lie in front of the data."""
    half = (-0.5, 0.5)
    corners: list[Place] = list(product(half, half, half))
    nearest = max(corners, key=lambda corner: turn.seen(corner)[2])
    pairs = combinations(corners, 2)
    return [
        (a, b)
        for a, b in pairs
        if sum(p != q for p, q in zip(a, b, strict=True)) == 1 and nearest not in (a, b)
    ]


def _frame(turn: _Turn) -> Iterator[Line]:
    for a, b in _edges(turn):
        (x0, y0, _), (x1, y1, _) = turn.seen(a), turn.seen(b)
        yield Line("", (x0, x1), (y0, y1), FRAME, dim=True, dash="dotted")


def _texts(space: Space, turn: _Turn) -> Iterator[Note]:
    """Name and ends of each axis, at the lowest of its edges, or for the upright one at the leftmost."""
    for number, (limits, label) in enumerate(zip(space.limits, space.labels, strict=True)):
        own = [edge for edge in _edges(turn) if edge[0][number] != edge[1][number]]
        axis = 0 if number == 2 else 1
        low, high = min(own, key=lambda edge: turn.seen(edge[0])[axis] + turn.seen(edge[1])[axis])
        (x0, y0, _), (x1, y1, _) = turn.seen(low), turn.seen(high)
        ends = (short(limits[0], 3), label or "xyz"[number], short(limits[1], 3))
        # Not at the corners themselves, where two axes meet.
        for part, words in zip((0.1, 0.5, 0.9), ends, strict=True):
            yield Note(OUTSIDE * (x0 + part * (x1 - x0)), OUTSIDE * (y0 + part * (y1 - y0)), words)


def _part(item: Mapping[str, Any], index: int, limits: tuple[Range, Range, Range]) -> Part:
    columns = [[finite(value) for value in _listed(item.get(name))[:MOST_POINTS]] for name in "xyz"]
    places = tuple(_place(point, limits) for point in zip(*columns, strict=False))
    kind: Kind = "points" if item.get("kind") == "points" else "line"
    return Part(_text(item.get("label")), kind, ink_role(item.get("ink"), index), places)


def _place(point: Sequence[float | None], limits: tuple[Range, Range, Range]) -> Place | None:
    x, y, z = (
        None if value is None else min(max((value / 2 - low / 2) / (high / 2 - low / 2), -9.0), 9.0) - 0.5
        for value, (low, high) in zip(point, limits, strict=True)
    )
    return None if x is None or y is None or z is None else (x, y, z)


def _range(value: object) -> Range:
    ends = [finite(end) for end in _listed(value)[:2]]
    known = [end for end in ends if end is not None]
    return apart(known[0], known[1]) if len(known) == 2 else (0.0, 1.0)


def _listed(value: object) -> Sequence[Any]:
    return value if isinstance(value, list | tuple) else ()


def _text(value: object) -> str:
    return value[:MOST_TEXT].strip() if isinstance(value, str) else ""
