"""`repr`, bounded in time and length, and never in the way."""

from __future__ import annotations

import reprlib

_LARGE = 2000
_MOST_OF_LARGE = 200


def shown(value: object, most: int) -> str:
    """`repr(value)`, at most `most` characters. Large containers show how they begin."""
    try:
        text = _of_large(value) if _is_large(value) else repr(value)
    except Exception as error:  # a __repr__ of the learner's own may raise anything
        return f"<{type(value).__name__}: its repr raised {type(error).__name__}>"
    return text if len(text) <= most else text[: most - 1] + "…"


def _is_large(value: object) -> bool:
    """The repr of a list of a million numbers takes longer than most runs."""
    return type(value) in (list, tuple, dict, set, frozenset, str, bytes) and len(value) > _LARGE  # type: ignore[arg-type]


def _of_large(value: object) -> str:
    short = reprlib.Repr()
    for kind in ("list", "tuple", "dict", "set", "frozenset"):
        setattr(short, "max" + kind, _MOST_OF_LARGE)
    short.maxstring = short.maxother = _LARGE
    return short.repr(value)
