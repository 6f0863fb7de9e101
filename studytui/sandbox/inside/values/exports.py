"""Expressions evaluated after the run, exactly enough to be graded."""

from __future__ import annotations

import json
from typing import Any, Dict, Iterable, List

from ..emitting import LINE_BUDGET, Emit
from .numbers import contents
from .text import shown

MOST_TEXT = 2000

Item = Dict[str, Any]


def report_exports(expressions: Iterable[str], namespace: Dict[str, Any], emit: Emit) -> None:
    """Emit `exported` with {expr, ok, kind, repr, …} for each, in as many messages as they need.

    Evaluated even when the code failed; what cannot be evaluated carries its error.
    """
    batch: List[Item] = []
    size = 0
    for expression in expressions:
        item = _exported(str(expression), namespace)
        length = len(json.dumps(item, default=repr))
        if batch and size + length > LINE_BUDGET:
            emit("exported", items=batch)
            batch, size = [], 0
        batch.append(item)
        size += length
    if batch:
        emit("exported", items=batch)


def _exported(expression: str, namespace: Dict[str, Any]) -> Item:
    try:
        value = eval(compile(expression.strip(), "<export>", "eval", dont_inherit=True), namespace)
        return {"expr": expression, "ok": True, **contents(value), "repr": shown(value, MOST_TEXT)}
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # also SystemExit: the expression must not end the run
        return {"expr": expression, "ok": False, "kind": "other", "error": _said(error)}


def _said(error: BaseException) -> str:
    try:
        return f"{type(error).__name__}: {error}"[:500]
    except Exception:  # a __str__ of the learner's own
        return type(error).__name__
