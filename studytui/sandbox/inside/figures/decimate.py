"""Outlines and filled shapes with few points that look the same in a terminal."""

from __future__ import annotations

import math
from typing import Any, Dict, List, Optional, Sequence

Column = List[Optional[float]]


def told(value: float, digits: int = 7) -> Optional[float]:
    """Seven digits are more than a terminal has cells; None where there is no number."""
    return float(f"{value:.{digits}g}") if math.isfinite(value) else None


def outline(parts: Sequence[Any], detail: int) -> Dict[str, Any]:
    """A line along all parts, interrupted between them."""
    x: Column = []
    y: Column = []
    for part in _fewer(parts, detail // 2):
        if x:
            x.append(None)
            y.append(None)
        for px, py in _thinned(part, max(2, detail // len(parts))).tolist():
            x.append(told(px))
            y.append(told(py))
    return {"kind": "line", "x": x, "y": y}


def band(parts: Sequence[Any], detail: int) -> Dict[str, Any]:
    """The area between the lower and the upper edge of each part: exact for bars and for `fill_between`."""
    columns: Dict[str, Column] = {"x": [], "y": [], "low": []}
    for part in _fewer(parts, detail // 4):
        if columns["x"]:
            for column in columns.values():
                column.append(None)
        for place, low, high in _edges(part, max(2, detail // len(parts))):
            columns["x"].append(told(place))
            columns["low"].append(told(low))
            columns["y"].append(told(high))
    return {"kind": "fill", **columns}


def _fewer(parts: Sequence[Any], most: int) -> Sequence[Any]:
    return parts[:: max(1, -(-len(parts) // max(1, most)))]


def _thinned(part: Any, most: int) -> Any:
    """Both ends, and of each stretch the lowest and the highest point."""
    import numpy

    if len(part) <= most:
        return part
    kept = {0, len(part) - 1}
    ends = numpy.linspace(0, len(part), max(1, most // 2) + 1).astype(int)
    for start, stop in zip(ends[:-1], ends[1:]):  # noqa: RUF007 - itertools.pairwise came with 3.10
        heights = part[start:stop, 1]
        good = numpy.flatnonzero(numpy.isfinite(heights))
        if len(good) < len(heights):
            kept.add(int(start + numpy.flatnonzero(~numpy.isfinite(heights))[0]))
        if len(good):
            kept |= {int(start + good[heights[good].argmin()]), int(start + good[heights[good].argmax()])}
    return part[sorted(kept)]


def _edges(part: Any, most: int) -> List[Any]:
    """(x, lowest y, highest y) at the x of the corners, or at `most` places if there are more of those."""
    import numpy

    part = part[numpy.isfinite(part).all(axis=1)]
    if len(part) < 2:
        return []
    places = numpy.unique(part[:, 0])
    if len(places) > most:
        places = numpy.linspace(places[0], places[-1], most)
    (x0, y0), (x1, y1) = part.T, numpy.roll(part, -1, axis=0).T
    with numpy.errstate(all="ignore"):
        share = (places[:, None] - x0) / (x1 - x0)
        heights = numpy.where((share >= 0) & (share <= 1), y0 + share * (y1 - y0), numpy.nan)
        corners = numpy.where(places[:, None] == x0, y0, numpy.nan)
    heights = numpy.concatenate([heights, corners], axis=1)
    known = ~numpy.isnan(heights).all(axis=1)
    heights, places = heights[known], places[known]
    return list(zip(places, numpy.nanmin(heights, axis=1), numpy.nanmax(heights, axis=1)))
