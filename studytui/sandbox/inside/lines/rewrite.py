"""Add the recording calls: behind assignments, at the start of loops, around what a function returns."""

from __future__ import annotations

import ast
from typing import AbstractSet, Callable, List, Optional

from .places import names_of

SEEN = "__studytui_seen__"
"""Looked up in builtins, so that the learner's globals stay as they were."""

Functions = (ast.FunctionDef, ast.AsyncFunctionDef)


class Rewrite:
    """`number(line, position)` gives a place its number; `several`: names of the module that need calls."""

    def __init__(self, number: Callable[[int, int], int], several: AbstractSet[str], traced: bool) -> None:
        self._number = number
        self._several = several
        self._traced = traced

    def module(self, tree: ast.Module) -> ast.Module:
        """Change `tree` in place."""
        self._block(tree.body, self._several)
        return ast.fix_missing_locations(tree)

    def _block(self, block: List[ast.stmt], only: Optional[AbstractSet[str]]) -> None:
        """`only`: the names to record; None: all of them, as in a function."""
        for at in range(len(block) - 1, -1, -1):
            statement = block[at]
            calls = self._calls(statement, only)
            self._inside(statement, only)
            if isinstance(statement, (ast.For, ast.AsyncFor)):
                statement.body[0:0] = calls
            else:
                block[at + 1 : at + 1] = calls

    def _inside(self, statement: ast.stmt, only: Optional[AbstractSet[str]]) -> None:
        if isinstance(statement, (*Functions, ast.ClassDef)):
            if self._traced:
                return
            only = None if isinstance(statement, Functions) else frozenset()
        for field in ("body", "orelse", "finalbody"):
            block = getattr(statement, field, None)
            if isinstance(block, list):
                self._block(block, only)
        for part in (*getattr(statement, "handlers", ()), *getattr(statement, "cases", ())):
            self._block(part.body, only)
        if isinstance(statement, ast.Return) and _worth_it(statement.value):
            assert statement.value is not None
            statement.value = self._call(statement.value, statement.lineno, 0)

    def _calls(self, statement: ast.stmt, only: Optional[AbstractSet[str]]) -> List[ast.stmt]:
        found: List[ast.stmt] = []
        for position, name in enumerate(names_of(statement)):
            if only is None or name in only:
                value = ast.copy_location(ast.Name(name, ast.Load()), statement)
                call = self._call(value, statement.lineno, position)
                found.append(ast.copy_location(ast.Expr(call), statement))
        return found

    def _call(self, value: ast.expr, line: int, position: int) -> ast.expr:
        number = ast.Constant(self._number(line, position))
        return ast.copy_location(ast.Call(ast.Name(SEEN, ast.Load()), [number, value], []), value)


def _worth_it(value: Optional[ast.expr]) -> bool:
    return value is not None and not isinstance(value, (ast.Constant, ast.Lambda, ast.JoinedStr))
