"""What consists of many coloured faces (filled contours, surfaces, hexagons): drawn small, as brightness."""

from __future__ import annotations

from typing import Any, Dict, Optional

from .decimate import told
from .shapes import luminance

_ROWS, _COLUMNS = 48, 80
_FACES = 8
"""From this many faces on they are no shapes of their own but a shaded area."""


def is_shaded(artist: Any, axes: Any) -> bool:
    """Whether the artist paints values as colours of many faces, on scales that keep an image straight."""
    from matplotlib.collections import Collection, PathCollection, QuadMesh

    if not isinstance(artist, Collection) or isinstance(artist, (PathCollection, QuadMesh)):
        return False
    faces = max(len(artist.get_paths()), len(artist.get_offsets()))
    several = faces >= _FACES or bool(getattr(artist, "filled", False))
    straight = (axes.get_xscale(), axes.get_yscale()) == ("linear", "linear")
    return artist.get_array() is not None and several and straight and len(artist.get_facecolor()) > 1


def shaded(artist: Any, axes: Any, back: Any) -> Optional[Dict[str, Any]]:
    """The artist alone, painted by matplotlib, as rows of brightness, the first on top; None outside it."""
    import numpy
    from matplotlib.backends.backend_agg import RendererAgg

    width, height = (max(1, int(size)) for size in axes.figure.bbox.size)
    painter = RendererAgg(width, height, axes.figure.dpi)
    artist.draw(painter)
    box = axes.bbox
    left, right = max(0, int(box.x0)), min(width, int(box.x1))
    top, bottom = max(0, height - int(box.y1)), min(height, height - int(box.y0))
    pixels = numpy.asarray(painter.buffer_rgba(), float)[top:bottom, left:right] / 255
    if not pixels.size:
        return None
    down = numpy.linspace(0, len(pixels) - 1, min(_ROWS, len(pixels))).astype(int)
    across = numpy.linspace(0, pixels.shape[1] - 1, min(_COLUMNS, pixels.shape[1])).astype(int)
    cells = pixels[down][:, across]
    levels = numpy.where(cells[..., 3] > 0.5, luminance(cells), numpy.nan)
    corners = back.transform([(left, height - bottom), (right, height - top)])
    (x0, y0), (x1, y1) = corners.tolist()
    rows = [[told(value, 3) for value in row] for row in levels.tolist()]
    return {"kind": "image", "rows": rows, "extent": [x0, x1, y0, y1], "label": ""}
