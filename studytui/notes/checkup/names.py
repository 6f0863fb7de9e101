"""Which names a block needs and which it makes: read from its symbol table, without running it."""

from __future__ import annotations

import ast
import builtins
import symtable
import warnings
from collections.abc import Iterator
from typing import NamedTuple

BUILTIN = frozenset(dir(builtins)) | {"__name__", "__file__", "__doc__"}
SHADOWED = frozenset({"input"})
"""Builtins that notes use as the name of a tensor."""


class Names(NamedTuple):
    """Both in order of first appearance."""

    needs: tuple[str, ...]
    makes: frozenset[str]


def names_of(code: str) -> Names:
    """The names of a block; none of either where it cannot be parsed."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            tree = ast.parse(code)
            table = symtable.symtable(code, "<notes>", "exec")
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            return Names((), frozenset())
    makes = frozenset(_made(table))
    used = set(_used(table)) - makes
    needs = (used - BUILTIN) | (used & SHADOWED & _as_values(tree))
    order = [node.id for node in ast.walk(tree) if isinstance(node, ast.Name)]
    return Names(tuple(sorted(needs, key=lambda name: order.index(name) if name in order else 0)), makes)


def _made(table: symtable.SymbolTable) -> Iterator[str]:
    for symbol in table.get_symbols():
        if symbol.is_assigned() or symbol.is_imported():
            yield symbol.get_name()


def _used(table: symtable.SymbolTable, outer: bool = True) -> Iterator[str]:
    for symbol in table.get_symbols():
        if symbol.is_referenced() and (outer or symbol.is_global()):
            yield symbol.get_name()
    for child in table.get_children():
        yield from _used(child, outer=False)


def _as_values(tree: ast.Module) -> set[str]:
    """Names that are used other than by calling them."""
    called = {id(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}
    return {node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and id(node) not in called}
