"""Names that exist and look like the one that was written."""

from __future__ import annotations

import builtins
import difflib
import re
import sys
from types import FrameType
from typing import Iterable, List

_ATTRIBUTE = re.compile(
    r"(?:module '(?P<module>[\w.]+)'|'(?P<type>\w+)' object) has no attribute '(?P<name>\w+)'"
)
_NAME = re.compile(r"name '(?P<name>\w+)' is not defined")
_MODULE = re.compile(r"No module named '(?P<name>[\w.]+)'")
_USUAL = (
    "torch",
    "numpy",
    "matplotlib",
    "math",
    "random",
    "tqdm",
    "collections",
    "itertools",
    "functools",
    "time",
)


def close_to(error: BaseException, frame: FrameType) -> List[str]:
    """At most three, the likeliest first; for errors about names only."""
    if isinstance(error, NameError):
        return _close(_NAME, error, {*frame.f_locals, *frame.f_globals, *dir(builtins)})
    if isinstance(error, ModuleNotFoundError):
        return _close(_MODULE, error, _USUAL)
    if isinstance(error, AttributeError):
        return _close(_ATTRIBUTE, error, _attributes(error))
    return []


def _attributes(error: AttributeError) -> List[str]:
    """Of the object that was asked; before Python 3.10 the message is all there is."""
    owner = getattr(error, "obj", None)
    said = _ATTRIBUTE.search(str(error))
    if owner is None and said is not None:
        torch = sys.modules.get("torch")
        owner = sys.modules.get(said["module"] or "") or (
            torch.Tensor if torch and said["type"] == "Tensor" else None
        )
    return [] if owner is None else dir(owner)


def _close(pattern: "re.Pattern[str]", error: BaseException, names: Iterable[str]) -> List[str]:
    said = pattern.search(str(error))
    if said is None:
        return []
    wanted = said["name"]
    near = [n for n in names if abs(len(n) - len(wanted)) <= 2 and n != wanted and not n.startswith("__")]
    same = [n for n in near if n.lower() == wanted.lower()]
    return (same + [n for n in difflib.get_close_matches(wanted, near, 3, 0.66) if n not in same])[:3]
