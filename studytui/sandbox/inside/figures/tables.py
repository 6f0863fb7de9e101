"""Tables lie below or beside their axes: the picture grows so far that they are seen."""

from __future__ import annotations

from typing import Any, Dict, List


def with_tables(axes: Any, fields: Dict[str, Any]) -> Dict[str, Any]:
    """The fields with limits that hold the table; it has the picture to itself when nothing else is drawn."""
    alone = not (axes.lines or axes.patches or axes.collections or axes.images)
    if alone:
        fields = {**fields, "items": [_framed(item) for item in fields["items"]]}
    limits = {name + "lim": _limits(fields, name, alone) for name in ("x", "y")}
    return {**fields, **limits, **({"xticks": [], "yticks": []} if alone else {})}


def _framed(item: Dict[str, Any]) -> Dict[str, Any]:
    """A cell is its frame: numbers are not read through a pattern."""
    if item["kind"] != "fill" or not item["x"]:
        return item
    left, right, low, high = min(item["x"]), max(item["x"]), min(item["low"]), max(item["y"])
    corners = {"x": [left, right, right, left, left], "y": [low, low, high, high, low]}
    return {"kind": "line", **corners, "label": "", "ink": None}


def _limits(fields: Dict[str, Any], name: str, alone: bool) -> List[float]:
    ends: List[float] = [] if alone else list(fields[name + "lim"])
    for item in fields["items"]:
        for key in (name, "low") if name == "y" else (name,):
            value = item.get(key)
            values = value if isinstance(value, list) else [value]
            ends += [each for each in values if each is not None]
    return [min(ends), max(ends)] if ends and min(ends) < max(ends) else fields[name + "lim"]
