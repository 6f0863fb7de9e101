"""3-D axes as coordinates in space, so that the picture can be turned after the run has ended."""

from __future__ import annotations

from typing import Any, Dict, Iterator, List, Tuple

from .decimate import told
from .inks import ink
from .labels import plain

Item = Dict[str, Any]
MOST_ITEMS = 30


def space(axes: Any, detail: int) -> Dict[str, Any]:
    """{limits, labels, elev, azim, items}; an item has kind (line or points), label, ink and x, y, z.

    A None in a line interrupts it. `detail` is the number of points an artist may have.
    """
    limits = [sorted(map(float, ends())) for ends in (axes.get_xlim3d, axes.get_ylim3d, axes.get_zlim3d)]
    names = [plain(axis.get_label().get_text()) for axis in (axes.xaxis, axes.yaxis, axes.zaxis)]
    items = [
        item for artist in axes.get_children() if artist.get_visible() for item in _items(artist, detail)
    ]
    view = {"elev": float(axes.elev), "azim": float(axes.azim)}
    return {"limits": limits, "labels": names, **view, "items": items[:MOST_ITEMS]}


def _items(artist: Any, detail: int) -> Iterator[Item]:
    """What mplot3d keeps of an artist; its names differ between versions, so each is asked for."""
    if not any(hasattr(artist, name) for name in ("get_data_3d", "_offsets3d", "_segments3d", "_faces")):
        return
    label = str(artist.get_label() or "")
    named = {"label": "" if label.startswith("_") else plain(label), "ink": _ink(artist)}
    if hasattr(artist, "get_data_3d"):
        yield {"kind": "line", **named, **_columns([list(zip(*artist.get_data_3d()))], detail)}
    elif hasattr(artist, "_offsets3d"):
        points = list(zip(*artist._offsets3d))
        yield {"kind": "points", **named, **_columns([points[:: max(1, -(-len(points) // detail))]], detail)}
    else:
        parts = getattr(artist, "_segments3d", None)
        faces = getattr(artist, "_faces", None) if parts is None else None
        if faces is not None:
            parts = [[*face, face[0]] for face in faces]
        if parts is not None and len(parts):
            yield {"kind": "line", **named, **_columns(parts, detail)}


def _columns(parts: Any, detail: int) -> Dict[str, List[Any]]:
    """x, y and z of all parts, interrupted between them, fewer of each where there are too many."""
    rows: List[Tuple[Any, ...]] = []
    room = max(2, detail // max(1, len(parts)))
    for part in parts[:: max(1, -(-2 * len(parts) // detail))]:
        if rows:
            rows.append((None, None, None))
        stride = max(1, -(-len(part) // room)) if len(part) > 5 else 1
        rows += [tuple(told(float(value)) for value in point) for point in part[::stride]]
    return {name: [row[number] for row in rows] for number, name in enumerate("xyz")}


def _ink(artist: Any) -> Any:
    """The colour of a line, or of the face in the middle of many."""
    import numpy

    asked = artist.get_color if hasattr(artist, "get_color") else getattr(artist, "get_facecolor", None)
    given = asked() if asked is not None else None
    if given is None or isinstance(given, str):
        return ink(given)
    colours = numpy.atleast_2d(numpy.asarray(given, float))
    return ink(colours[len(colours) // 2].tolist()) if colours.size else None
