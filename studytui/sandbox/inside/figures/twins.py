"""Axes on top of others (`twinx`, `twiny`): laid into the picture of the first, on its scale."""

from __future__ import annotations

from typing import Any, Dict, List, Optional, Tuple

Fields = Dict[str, Any]
_SCALED = {"x": ("x",), "y": ("y", "low")}


def twins(visible: List[Any]) -> Dict[Any, Any]:
    """Second axes -> the axes they lie on: same place, one direction shared, linear in the other."""
    found: Dict[Any, Any] = {}
    for at, axes in enumerate(visible):
        for below in visible[:at]:
            if below not in found and axes not in found and _direction(below, axes):
                found[axes] = below
    return found


def laid_over(below: Any, axes: Any, under: Fields, over: Fields) -> None:
    """Add what `over` shows to `under`, scaled; a note says what the second scale is."""
    name = _direction(below, axes) or "y"
    low, high = over[name + "lim"]
    to_low, to_high = under[name + "lim"]

    def scaled(value: Optional[float]) -> Optional[float]:
        return None if value is None else to_low + (value - low) / (high - low) * (to_high - to_low)

    for item in over["items"]:
        for key in _SCALED[name]:
            given = item.get(key)
            if given is not None:
                item[key] = [scaled(value) for value in given] if isinstance(given, list) else scaled(given)
    under["items"] += over["items"]
    under["legend"] = under["legend"] or over["legend"]
    what = over.get(name + "label") or _labels(over["items"]) or "second axes"
    side = "right" if name == "y" else "top"
    under.setdefault("notes", []).append(f"{side} axis: {what} from {low:.4g} to {high:.4g}")


def _direction(below: Any, axes: Any) -> Optional[str]:
    """The direction in which both have scales of their own."""
    if below.get_position().bounds != axes.get_position().bounds:
        return None
    shared = _shared(below, axes)
    if shared == (True, False) and (below.get_yscale(), axes.get_yscale()) == ("linear", "linear"):
        return "y"
    if shared == (False, True) and (below.get_xscale(), axes.get_xscale()) == ("linear", "linear"):
        return "x"
    return None


def _shared(below: Any, axes: Any) -> Tuple[bool, bool]:
    return (
        bool(below.get_shared_x_axes().joined(below, axes)),
        bool(below.get_shared_y_axes().joined(below, axes)),
    )


def _labels(items: List[Fields]) -> str:
    return ", ".join(item["label"] for item in items if item.get("label"))
