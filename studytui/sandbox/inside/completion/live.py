"""Look at a value by the path that leads to it: names, attributes, constant subscripts, no calls."""

from __future__ import annotations

import builtins
import warnings
from typing import Any, Dict, List, Mapping


def value_of(path: str, namespace: Mapping[str, Any]) -> Any:
    """What `path` is now. Raises whatever looking at it raises; warnings are not shown."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return eval(path.strip(), {"__builtins__": builtins.__dict__, **namespace})


def names_of(value: Any) -> List[str]:
    """Its attributes: public ones first, then `_private`, then `__special__`."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        found = {name for name in dir(value) if isinstance(name, str)}
    return sorted(found, key=rank)


def known_names(namespace: Mapping[str, Any]) -> List[str]:
    """The code's own names in order of creation, then Python's."""
    own = [name for name in namespace if isinstance(name, str) and not name.startswith("__")]
    others: Dict[str, None] = dict.fromkeys(
        name for name in sorted(dir(builtins)) if not name.startswith("_")
    )
    return [*own, *(name for name in others if name not in namespace)]


def rank(name: str) -> "tuple[int, str]":
    """Sorts what is meant for use before what is not."""
    return (2 if name.startswith("__") else 1 if name.startswith("_") else 0, name.lower())
