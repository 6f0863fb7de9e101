"""Images and meshes as rows of numbers, the first row on top."""

from __future__ import annotations

import math
from typing import Any, Dict, Tuple

from .decimate import told
from .recorder import Drawn
from .shapes import luminance

MOST_PIXELS = 4000


def image(artist: Any, drawn: Drawn, back: Any) -> Dict[str, Any]:
    """`rows`, top first, and `extent` (left, right, bottom, top) in data coordinates."""
    corners = back.transform(drawn.parts[0])
    left, right = sorted((float(corners[:, 0].min()), float(corners[:, 0].max())))
    first, last = _ends(artist, drawn, back)
    levels = _levels(artist, drawn)
    if first < last:
        levels = levels[::-1]
    stride = max(1, math.ceil(math.sqrt(levels.size / MOST_PIXELS)))
    rows = [[told(value, 4) for value in row] for row in levels[::stride, ::stride].tolist()]
    return {"kind": "image", "rows": rows, "extent": [left, right, min(first, last), max(first, last)]}


def _ends(artist: Any, drawn: Drawn, back: Any) -> Tuple[float, float]:
    """The y of the edges where the first and the last row lie."""
    corners = drawn.parts[0]
    low, high = corners[0], corners[-1]
    if drawn.kind == "image" and hasattr(artist, "get_extent") and hasattr(artist, "axes"):
        left, right, bottom, top = artist.get_extent()
        ends = artist.axes.transData.transform([(left, bottom), (right, top)])
        low, high = ends[::-1] if artist.origin == "upper" else ends
    first, last = back.transform([low, high])[:, 1]
    return float(first), float(last)


def _levels(artist: Any, drawn: Drawn) -> Any:
    """The values behind the colours where there are any: a colour map is not a scale of brightness."""
    import numpy

    given = artist.get_array() if hasattr(artist, "get_array") else None
    if given is None:
        return drawn.levels
    values = numpy.ma.filled(numpy.ma.asarray(given, float), numpy.nan)
    if values.ndim == 3:
        return luminance(values)
    if values.ndim == 2:
        return values
    return values.reshape(drawn.levels.shape) if values.size == drawn.levels.size else drawn.levels
