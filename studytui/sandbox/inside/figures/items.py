"""What one artist drew, as items of a plot: lines, points, fills, images and texts in data coordinates."""

from __future__ import annotations

from typing import Any, Dict, List, Optional, Tuple

from .decimate import band, outline, told
from .labels import plain
from .pixels import image
from .recorder import Drawn

Item = Dict[str, Any]


def items_of(artist: Any, drawn: List[Drawn], back: Any, detail: int) -> List[Item]:
    """One item for each kind of thing the artist drew; `back` maps display to data coordinates."""
    label = str(artist.get_label() or "")
    label = "" if label.startswith("_") else plain(label)
    found: List[Item] = []
    for group in _grouped(drawn):
        item = _item(artist, group, back, detail)
        if item is not None:
            found.append({**item, "label": label if not found else "", "ink": group[0].ink})
    return found


def _grouped(drawn: List[Drawn]) -> List[List[Drawn]]:
    groups: List[List[Drawn]] = []
    for each in drawn:
        alike = groups and _kind(groups[-1][0]) == _kind(each)
        if alike and each.kind in ("path", "points"):
            groups[-1].append(each)
        else:
            groups.append([each])
    return groups


def _kind(drawn: Drawn) -> Tuple[str, bool, Optional[str]]:
    return drawn.kind, drawn.filled, drawn.ink


def _item(artist: Any, group: List[Drawn], back: Any, detail: int) -> Optional[Item]:
    first = group[0]
    if first.kind == "text":
        at = back.transform(first.parts[0])[0]
        return {"kind": "text", "x": told(at[0]), "y": told(at[1]), "text": plain(first.text)}
    if first.kind in ("image", "mesh"):
        return image(artist, first, back)
    parts = [back.transform(part) for each in group for part in each.parts if len(part)]
    if not parts:
        return None
    if first.kind == "points":
        return _columns("points", [row for part in parts for row in part.tolist()], detail)
    if first.filled:
        return band(parts, detail)
    return outline(parts, detail)


def _columns(kind: str, rows: List[List[float]], detail: int) -> Item:
    """Evenly thinned where there are too many."""
    stride = max(1, -(-len(rows) // detail))
    kept = rows[::stride]
    return {"kind": kind, "x": [told(row[0]) for row in kept], "y": [told(row[1]) for row in kept]}
