"""Paths and colours of matplotlib as arrays."""

from __future__ import annotations

from typing import Any, List, Optional


def polygons(path: Any, transform: Any) -> List[Any]:
    """The pieces of a path as arrays of (x, y), curves flattened, closed where the path is."""
    import numpy

    moved = path.transformed(transform)
    if moved.codes is None:
        return [moved.vertices]
    moved = moved.cleaned(curves=False, simplify=False, remove_nans=False)
    pieces: List[List[Any]] = [[]]
    for vertex, code in zip(moved.vertices, moved.codes):
        if code == path.STOP:
            continue
        if code == path.MOVETO:
            pieces.append([])
        pieces[-1].append(pieces[-1][0] if code == path.CLOSEPOLY and pieces[-1] else vertex)
    return [numpy.array(piece) for piece in pieces if len(piece) > 1]


def luminance(colors: Any) -> Any:
    """Brightness of colours whose last axis is red, green, blue and perhaps alpha (ITU-R BT.709)."""
    import numpy

    rgb = numpy.asarray(colors, float)[..., :3]
    return rgb @ numpy.array([0.2126, 0.7152, 0.0722])


def corners(x: float, y: float, width: float = 0.0, height: float = 0.0) -> Any:
    """The lower left and the upper right corner as rows."""
    import numpy

    return numpy.array([[x, y], [x + width, y + height]], float)


def is_opaque(face: Optional[Any]) -> bool:
    """Whether this colour fills anything."""
    return face is not None and (len(face) < 4 or face[3] > 0)
