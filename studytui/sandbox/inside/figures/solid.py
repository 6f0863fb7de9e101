"""The frame of 3-D axes, which matplotlib draws itself: the edges behind the data, labels and numbers."""

from __future__ import annotations

from itertools import combinations, product
from typing import Any, Dict, List, Tuple

from .labels import plain

Item = Dict[str, Any]
_FRAME = "#808080"
_OUTWARD = 0.06
_LETTER = 0.013
"""Width of a letter in parts of the axes, in a terminal of the usual size."""


def solid_frame(axes: Any) -> List[Item]:
    """Lines and texts, in parts of the axes. The three edges nearest to the eye are left out."""
    corners = list(product(*(sorted(limits()) for limits in _limits(axes))))
    places = {corner: _seen(axes, corner) for corner in corners}
    nearest = min(corners, key=lambda corner: places[corner][2])
    edges = [
        (a, b)
        for a, b in combinations(corners, 2)
        if sum(p != q for p, q in zip(a, b)) == 1 and nearest not in (a, b)
    ]
    found: List[Item] = [
        {
            "kind": "line",
            "x": [places[a][0], places[b][0]],
            "y": [places[a][1], places[b][1]],
            "label": "",
            "ink": _FRAME,
        }
        for a, b in edges
    ]
    middle = _middle(list(places.values()))
    for number, axis in enumerate((axes.xaxis, axes.yaxis, axes.zaxis)):
        found += _named(
            axes, axis, [edge for edge in edges if edge[0][number] != edge[1][number]], number, middle
        )
    return found


def extent(items: List[Item]) -> Dict[str, List[float]]:
    """Limits that hold everything, with a little room."""
    limits = {}
    for name in "xy":
        given = [
            item[name] if isinstance(item[name], list) else [item[name]] for item in items if name in item
        ]
        values = [value for row in given for value in row if value is not None]
        low, high = min(values, default=0.0), max(values, default=1.0)
        room = 0.04 * (high - low)
        limits[name + "lim"] = [low - room, high + room]
    return limits


def _limits(axes: Any) -> Tuple[Any, Any, Any]:
    return axes.get_xlim3d, axes.get_ylim3d, axes.get_zlim3d


def _seen(axes: Any, point: Any) -> Tuple[float, float, float]:
    """(x, y) in parts of the axes, and the depth: smaller is nearer."""
    from mpl_toolkits.mplot3d import proj3d  # type: ignore[import-untyped]

    x, y, depth = proj3d.proj_transform(*point, axes.get_proj())
    across, up = axes.transAxes.inverted().transform(axes.transData.transform((float(x), float(y))))
    return float(across), float(up), float(depth)


def _middle(places: List[Tuple[float, float, float]]) -> Tuple[float, float]:
    return sum(place[0] for place in places) / len(places), sum(place[1] for place in places) / len(places)


def _named(axes: Any, axis: Any, edges: List[Any], number: int, middle: Tuple[float, float]) -> List[Item]:
    """The name of an axis and its first and last number, at the lower or outer one of its edges."""
    ends = [(_seen(axes, a), _seen(axes, b)) for a, b in edges]
    outer = max(ends, key=lambda pair: _distance(pair, middle, upright=number == 2))
    low, high = edges[ends.index(outer)]
    first, second = edges[ends.index(outer)]
    low, high = first[number], second[number]
    lower = 0.0 if number == 2 else _OUTWARD / 2
    ticks = [float(tick) for tick in axis.get_majorticklocs() if min(low, high) <= tick <= max(low, high)]
    found = []
    for value in sorted({*ticks[:1], *ticks[-1:]}):
        part = (value - low) / (high - low)
        found.append(_text(_between(outer, part), f"{value:.4g}", middle, lower))
    name = plain(axis.get_label().get_text())
    return [*found, _text(_between(outer, 0.5), name, middle, lower)] if name else found


def _between(pair: Any, part: float) -> Tuple[float, float]:
    return tuple((1 - part) * a + part * b for a, b in zip(pair[0][:2], pair[1][:2]))


def _distance(pair: Any, middle: Tuple[float, float], upright: bool) -> float:
    x, y = _between(pair, 0.5)
    return abs(x - middle[0]) if upright else middle[1] - y


def _text(place: Tuple[float, float], text: str, middle: Tuple[float, float], lower: float) -> Item:
    """Words a little outside of `place`; those on the left end there, those near the middle lie around it."""
    x, y = (at + _OUTWARD * (at - half) for at, half in zip(place, middle))
    side = (x - middle[0]) / 0.25
    part = 0.5 - max(-0.5, min(0.5, side / 2))
    return {"kind": "text", "x": x - part * len(text) * _LETTER, "y": y - lower, "text": text}
