"""A figure as one message, made coarser until it fits."""

from __future__ import annotations

import json
import sys
from typing import Any, Dict, List

from ..emitting import LINE_BUDGET, Emit
from .axes import described
from .labels import plain
from .twins import laid_over, twins

MOST_AXES = 16
_DETAIL = (2000, 800, 300, 120, 50)
"""Points an artist may have; the first that makes the message fit is taken."""


def send(figure: Any, emit: Emit, afresh: bool = False) -> None:
    """Emit `figure` with title and axes. A figure that cannot be drawn says so on standard error.

    `afresh`: it takes the place of all figures before it.
    """
    try:
        figure.draw_without_rendering()
        fields = _fitting(figure)
    except Exception as error:  # artists of the learner's own may raise when drawn
        print(f"this figure could not be drawn: {type(error).__name__}: {error}", file=sys.stderr)
        return
    emit("figure", **fields, **({"afresh": True} if afresh else {}))


def _fitting(figure: Any) -> Dict[str, Any]:
    fields: Dict[str, Any] = {}
    for detail in _DETAIL:
        visible = [axes for axes in figure.axes if axes.get_visible() and not hasattr(axes, "_colorbar")]
        fields = {"title": _title(figure), "axes": _pictures(visible[:MOST_AXES], detail)}
        if len(json.dumps(fields)) <= LINE_BUDGET:
            return fields
    return {**fields, "axes": fields["axes"][:1]}


def _pictures(visible: List[Any], detail: int) -> List[Dict[str, Any]]:
    """One for each pair of axes, twins in one."""
    pictures = {axes: described(axes, detail) for axes in visible}
    for axes, below in twins(visible).items():
        laid_over(below, axes, pictures[below], pictures.pop(axes))
    return list(pictures.values())


def _title(figure: Any) -> str:
    heading = getattr(figure, "_suptitle", None)
    return plain(heading.get_text()) if heading is not None else ""
