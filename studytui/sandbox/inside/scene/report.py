"""What stood in the failing expression, for the post-mortem: names, shapes, and names meant instead."""

from __future__ import annotations

from types import TracebackType
from typing import Any, Dict, List, Optional, Tuple

from .changed import changed_since
from .close_names import close_to
from .facts import Item, told
from .failing import failing_node
from .layer import inner_layer
from .operands import operands

MOST = 6
"""Things that are told; a line with more of them is read from its beginning."""


def scene_of(error: BaseException, filename: str) -> Dict[str, Any]:
    """`here`: one item for each name in the failing expression of the deepest frame of the snippet.

    `close`: names that exist and look like the one that does not. Never raises: an error must be told even
    when the learner's objects cannot be looked at.
    """
    try:
        tb = _deepest(error.__traceback__, filename)
        if tb is None:
            return {}
        close = close_to(error, tb.tb_frame)
        changed = changed_since(error, tb.tb_frame)
        known = [item["name"] for item in changed]
        here = [item for item in _here(tb, filename) if item["name"] not in known] + changed
        return {"here": here, **({"close": close} if close else {})}
    except Exception:
        return {}


def _here(tb: TracebackType, filename: str) -> List[Item]:
    node, operators = failing_node(tb, filename)
    found: List[Tuple[str, object]] = []
    for name, value in operands(node, tb.tb_frame) if node is not None else ():
        if name not in (known for known, _ in found):
            found.append((name, value))
    items = [_with_role(told(name, value), name, operators) for name, value in found[:MOST]]
    return items + inner_layer(tb, found)


def _with_role(item: Item, name: str, roles: Dict[str, str]) -> Item:
    """`role`: "left" or "right" of the failing operator, or the name of a keyword argument."""
    return {**item, "role": roles[name]} if name in roles else item


def _deepest(tb: Optional[TracebackType], filename: str) -> Optional[TracebackType]:
    found = None
    while tb is not None:
        if tb.tb_frame.f_code.co_filename == filename:
            found = tb
        tb = tb.tb_next
    return found
