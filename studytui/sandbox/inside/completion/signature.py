"""How a function is called, in a line."""

from __future__ import annotations

import inspect
import re
from typing import Any, Dict

from ..emitting import Emit
from .live import value_of
from .place import call

_LONGEST = 300
_FIRST_LINE = re.compile(r"\s*(?:[\w.]*\.)?([\w]+\([^\n]*\))")


def signature(question: Dict[str, Any], namespace: Dict[str, Any], emit: Emit) -> Dict[str, object]:
    """{"text": "Linear(in_features: int, …)"} for the call around the end of `text`; {} outside calls."""
    path = call(str(question.get("text", "")))
    if not path:
        return {}
    try:
        function = value_of(path, namespace)
    except Exception:
        return {}  # not there yet
    words = signature_of(function, path.rpartition(".")[2])
    return {"text": words[:_LONGEST]} if words else {}


def signature_of(function: Any, name: str) -> str:
    """From the function itself, else from the first line of its documentation, as torch has it."""
    try:
        return _brief("%s%s" % (name, inspect.signature(function)))
    except (TypeError, ValueError):
        pass  # written in C: it says so in words only
    found = _FIRST_LINE.match(inspect.getdoc(function) or "")
    return found.group(1) if found else ""


def _brief(text: str) -> str:
    """Without what the types' modules are called."""
    return re.sub(r"\b(?:typing|torch|collections\.abc)\.(?=[A-Z])", "", text)
