"""The tensor that was changed in place after the forward pass, found by what the error says of it."""

from __future__ import annotations

import re
import sys
from types import FrameType
from typing import List

from .facts import Item, told

_SAID = re.compile(
    r"modified by an inplace operation: \[[\w.]+ \[(?P<shape>[\d, ]*)\]\].* is at version (?P<version>\d+)"
)


def changed_since(error: BaseException, frame: FrameType) -> List[Item]:
    """The learner's name for it, with the role "changed"; its shape and its version tell it from others."""
    torch, said = sys.modules.get("torch"), _SAID.search(str(error))
    if torch is None or said is None:
        return []
    shape = [int(size) for size in said["shape"].split(",") if size.strip()]
    for name, value in {**frame.f_globals, **frame.f_locals}.items():
        if not isinstance(value, torch.Tensor) or name.startswith("__"):
            continue
        if list(value.shape) == shape and int(value._version) == int(said["version"]):
            return [{**told(name, value), "role": "changed"}]
    return []
