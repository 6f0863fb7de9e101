"""What a statement assigns, as far as recording cares."""

from __future__ import annotations

import ast
from typing import Iterator, List, Set

from .names import is_measured

Loops = (ast.For, ast.AsyncFor, ast.While)
Definitions = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)


def measured_by(statement: ast.stmt) -> Set[str]:
    """Loss-like names this very statement assigns; not those that it only resets to a constant."""
    if isinstance(statement, ast.Assign):
        targets = statement.targets
    elif isinstance(statement, (ast.AugAssign, ast.AnnAssign)):
        targets = [statement.target]
    else:
        return set()
    if statement.value is None or _is_constant(statement.value):
        return set()
    return {name for target in targets for name in _names(target) if is_measured(name)}


def measured_within(statement: ast.stmt) -> Set[str]:
    """The same with the `if`, `with` and `try` blocks in it; loops and functions in it are left alone."""
    found = measured_by(statement)
    if not isinstance(statement, (*Loops, *Definitions)):
        for block in blocks(statement):
            for inner in block:
                found |= measured_within(inner)
    return found


def blocks(statement: ast.AST) -> Iterator[List[ast.stmt]]:
    """The lists of statements directly inside a compound statement."""
    for field in ("body", "orelse", "finalbody"):
        block = getattr(statement, field, None)
        if isinstance(block, list):
            yield block
    for part in (*getattr(statement, "handlers", ()), *getattr(statement, "cases", ())):
        yield part.body


def may_repeat(statement: ast.stmt) -> bool:
    """Whether the value may already be recorded elsewhere: `loss = train_step()`, not `total += loss`."""
    value = statement.value if isinstance(statement, (ast.Assign, ast.AnnAssign)) else None
    if isinstance(value, ast.Call):
        return not (isinstance(value.func, ast.Name) and value.func.id in ("min", "max", "sum"))
    return isinstance(value, (ast.Name, ast.Attribute, ast.Subscript, ast.Await))


def _names(target: ast.expr) -> Iterator[str]:
    if isinstance(target, ast.Name):
        yield target.id
    elif isinstance(target, (ast.Tuple, ast.List)):
        for part in target.elts:
            yield from _names(part)


def _is_constant(value: ast.expr) -> bool:
    """`0.0`, `-1`, `float("inf")`: the start of an account, not a measurement."""
    if isinstance(value, ast.UnaryOp):
        return _is_constant(value.operand)
    if isinstance(value, ast.Call) and isinstance(value.func, ast.Name) and value.func.id == "float":
        return all(_is_constant(part) for part in value.args)
    return isinstance(value, ast.Constant)
