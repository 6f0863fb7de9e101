"""How far the imports have come, counted in modules: the learner sees a bar, not a frozen screen."""

from __future__ import annotations

import sys
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Callable, Optional, Sequence

_EXPECTED = {1: 1300, 2: 1500}
"""Modules that a stage looks for, found by counting with torch 2.13; only the bar depends on it."""
_STEPS = 20


class Progress:
    """An import hook that finds nothing and counts. Use as a context manager."""

    def __init__(self, stage: int, tell: Callable[[float], None]) -> None:
        self._expected = _EXPECTED[stage]
        self._tell = tell
        self._seen = 0
        self._told = 0

    def __enter__(self) -> "Progress":
        sys.meta_path.insert(0, self)
        return self

    def __exit__(self, *_: object) -> None:
        sys.meta_path.remove(self)

    def find_spec(
        self, name: str, path: Optional[Sequence[str]] = None, target: Optional[ModuleType] = None
    ) -> Optional[ModuleSpec]:
        """Never finds anything: the real finders come after this one."""
        self._seen += 1
        step = min(_STEPS - 1, self._seen * _STEPS // self._expected)
        if step > self._told:
            self._told = step
            self._tell(step / _STEPS)
        return None
