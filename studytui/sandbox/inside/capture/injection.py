"""Add recording calls to the learner's parsed code.

After `loss = …` inside a loop or a training function comes `__studytui_record__(3, loss)`, carrying the line
of the assignment: no line number changes, so neither do tracebacks. A pass of a loop over epochs begins with
a call as well. A name assigned several times in one
pass of a loop is recorded once, after the last time.
"""

from __future__ import annotations

import ast
from typing import AbstractSet, Callable, Iterator, List, Set

from .assignments import Definitions, Loops, blocks, may_repeat, measured_by, measured_within
from .epochs import beginning, is_epoch_loop
from .names import is_training
from .sites import Place

RECORD = "__studytui_record__"
"""Looked up in builtins, so that the learner's globals stay as they were."""

Number = Callable[[Place, bool], int]
"""Gives a place its number; the flag says whether its values may be recorded elsewhere already."""


class Injection:
    """Names in `left_out` are not recorded, nor is anything in functions when code is `traced`."""

    def __init__(
        self, number: Callable[[Place, bool], int], left_out: AbstractSet[str], traced: bool
    ) -> None:
        self._number = number
        self._left_out = left_out
        self._traced = traced

    def module(self, tree: ast.Module) -> ast.Module:
        """Change `tree` in place."""
        self._block(tree.body, "", False, set(self._left_out))
        return ast.fix_missing_locations(tree)

    def _block(self, block: List[ast.stmt], scope: str, recording: bool, done: Set[str]) -> None:
        """`done` are names that an outer block records, after this one.

        From the end: what a later statement records, an earlier one need not. A name that an `if` changes
        once more is recorded behind the `if`, provided it certainly has a value there.
        """
        bound: List[Set[str]] = [set()]
        for statement in block:
            bound.append(bound[-1] | measured_by(statement))
        covered: Set[str] = set()
        for at in range(len(block) - 1, -1, -1):
            changed_again = (measured_within(block[at]) - measured_by(block[at])) & bound[at]
            recorded = measured_by(block[at]) | changed_again
            calls = list(self._calls(block[at], scope, recorded - done - covered)) if recording else []
            self._inside(block[at], scope, recording, done | covered | changed_again)
            block[at + 1 : at + 1] = calls
            covered |= recorded

    def _inside(self, statement: ast.stmt, scope: str, recording: bool, done: Set[str]) -> None:
        """Loops and functions begin anew: their names are their own business."""
        if isinstance(statement, Loops):
            done, recording = set(self._left_out), True
        elif isinstance(statement, Definitions):
            done = set(self._left_out)
            if not isinstance(statement, ast.ClassDef):
                scope, recording = statement.name, recording or is_training(statement.name)
                if self._traced:
                    return
        for block in blocks(statement):
            self._block(block, scope, recording, done)
        if is_epoch_loop(statement):
            statement.body.insert(0, beginning(statement))  # type: ignore[attr-defined]

    def _calls(self, statement: ast.stmt, scope: str, names: AbstractSet[str]) -> Iterator[ast.stmt]:
        for name in sorted(names):
            value = ast.Name(name, ast.Load())
            number = ast.Constant(self._number(Place(name, scope), may_repeat(statement)))
            call = ast.Expr(ast.Call(ast.Name(RECORD, ast.Load()), [number, value], []))
            yield ast.copy_location(call, statement)
