"""`LineWatch`: give it the syntax tree before the run; let it report when the run is over.

A name bound in one place of the module is looked at when all is over and costs the run nothing. Names bound
several times, and those of functions, are passed to a recording call behind the statement.
"""

from __future__ import annotations

import ast
import builtins
import sys
from typing import Any, Dict, List, Mapping, Tuple

from ..emitting import Emit
from .brief import brief
from .places import Place, bindings_of
from .rewrite import SEEN, Rewrite

ALWAYS = 16
"""Calls of one place that are all looked at; after that ever fewer, so that a long loop pays little."""
RAREST = 4096
MOST_LINES = 400


class LineWatch:
    """The notes of one run. `traced`: functions are left as they are, since torch will read them."""

    def __init__(self, traced: bool) -> None:
        self._traced = traced
        self._late: List[Place] = []
        self._lines: List[Tuple[int, int]] = []
        self._notes: Dict[Tuple[int, int], str] = {}

    def watch(self, tree: ast.Module) -> ast.Module:
        """Add recording calls to `tree` where they are needed."""
        single, several = bindings_of(tree)
        self._late = single
        wait: List[int] = []
        self._offer(wait)

        def number(line: int, position: int) -> int:
            self._lines.append((line, position))
            wait.append(1)
            return len(wait) - 1

        return Rewrite(number, several, self._traced).module(tree)

    def report(self, namespace: Mapping[str, object], emit: Emit) -> None:
        """Emit `lines`: pairs of a line and what its last tensors are."""
        for place in self._late:
            self._note((place.line, place.position), namespace.get(place.name))
        found: Dict[int, List[str]] = {}
        for (line, _), text in sorted(self._notes.items()):
            if text not in found.setdefault(line, []):
                found[line].append(text)
        if found:
            items = [[line, " · ".join(texts[:3])] for line, texts in sorted(found.items())]
            emit("lines", items=items[:MOST_LINES])

    def _offer(self, wait: List[int]) -> None:
        """The recording call: it returns its value, counts down, and looks at the value when it reaches 0."""
        again: Dict[int, int] = {}
        lines, note = self._lines, self._note

        def seen(number: int, value: Any) -> Any:
            left = wait[number] - 1
            wait[number] = left
            if not left:
                times = again[number] = again.get(number, 0) + 1
                wait[number] = 1 if times < ALWAYS else min(2 ** (times - ALWAYS), RAREST)
                note(lines[number], value)
            return value

        setattr(builtins, SEEN, seen)

    def _note(self, where: Tuple[int, int], value: object) -> None:
        torch = sys.modules.get("torch")
        if torch is not None and isinstance(value, torch.Tensor):
            try:
                self._notes[where] = brief(value)
            except Exception:  # a tensor that only pretends: tracing, fake and functional ones
                pass
