"""How a name may go on."""

from __future__ import annotations

import builtins
import keyword
import re
from typing import Any, Dict, List, Optional, Tuple

from ..emitting import Emit
from .kinds import kind_of
from .live import known_names, names_of, value_of
from .place import place
from .static import complete_statically

MOST = 60
_WORD = re.compile(r"[^\W\d]\w+")

Item = Tuple[str, str]
"""A name, and what it is, in a word or two."""


def complete(question: Dict[str, Any], namespace: Dict[str, Any], emit: Emit) -> Dict[str, object]:
    """{"items": [[name, what it is], …], "prefix": what is typed already} for the code before the cursor.

    From the live values where the path to them is plain; where it holds calls, from jedi if it is installed.
    """
    text = str(question.get("text", ""))
    owner, prefix = place(text.rpartition("\n")[2])
    if owner == "":
        items = _names(prefix, namespace, text)
    else:
        known = _attributes(owner, prefix, namespace) if owner is not None else None
        items = complete_statically(text, namespace) if known is None else known
    return {"items": items[:MOST], "prefix": prefix}


def _attributes(owner: str, prefix: str, namespace: Dict[str, Any]) -> Optional[List[Item]]:
    try:
        value = value_of(owner, namespace)
    except Exception:
        return None  # not there yet: it is a local variable, or the next run brings it
    names = [name for name in names_of(value) if _begins(name, prefix)]
    return [(name, kind_of(value, name)) for name in names[:MOST]]


def _names(prefix: str, namespace: Dict[str, Any], text: str) -> List[Item]:
    """The values' names, Python's, and words of the text that are no values yet."""
    if not prefix:
        return []
    words = dict.fromkeys(_WORD.findall(text[: len(text) - len(prefix)]))
    found = [
        (name, kind_of(None, name, namespace)) for name in known_names(namespace) if _begins(name, prefix)
    ]
    seen = {*namespace, *keyword.kwlist, *dir(builtins), prefix}
    found += [(word, "") for word in words if word not in seen and _begins(word, prefix)]
    return found + [(word, "keyword") for word in keyword.kwlist if _begins(word, prefix)]


def _begins(name: str, prefix: str) -> bool:
    """Private names only for those who begin like them."""
    if name.startswith("_") and not prefix.startswith("_"):
        return False
    return name.startswith(prefix) if any(map(str.isupper, prefix)) else name.lower().startswith(prefix)
