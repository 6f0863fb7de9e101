"""The expression that failed, as a syntax tree: exact from Python 3.11 on, else the whole statement."""

from __future__ import annotations

import ast
import linecache
from types import TracebackType
from typing import Any, Dict, Iterator, Optional, Tuple

from ..program import parse

Position = Tuple[Optional[int], Optional[int], Optional[int], Optional[int]]


def failing_node(tb: TracebackType, filename: str) -> Tuple[Optional[ast.AST], Dict[str, str]]:
    """The node, and the roles of the plain names in it: left and right of an operator, keywords of a call."""
    tree, _ = parse("".join(linecache.getlines(filename)), filename)
    node = _at(tree, _position(tb))
    if node is None or isinstance(getattr(node, "ctx", None), ast.Store):  # unpacking, or x[0] = …
        node = _statement(tree, tb.tb_lineno)
    return node, dict(_roles(node)) if node is not None else {}


def _position(tb: TracebackType) -> Position:
    """Lines and columns of the instruction that failed; Nones where the interpreter does not know."""
    positions = getattr(tb.tb_frame.f_code, "co_positions", None)
    if positions is None:
        return (None, None, None, None)
    found: Position = list(positions())[tb.tb_lasti // 2]
    return found


def _at(tree: ast.AST, position: Position) -> Optional[ast.AST]:
    """The outermost expression or statement that covers exactly this position."""
    line, last, column, end = position
    if None in position:
        return None
    for node in ast.walk(tree):
        place = (getattr(node, "lineno", 0), getattr(node, "end_lineno", 0))
        columns = (getattr(node, "col_offset", 0), getattr(node, "end_col_offset", 0))
        if place == (line, last) and columns == (column, end):
            return node.value if isinstance(node, ast.Expr) else node
    return None


def _statement(tree: ast.AST, line: int) -> Optional[ast.AST]:
    """The innermost statement around this line; of a compound one only its head."""
    found: Optional[ast.AST] = None
    for node in ast.walk(tree):
        if isinstance(node, ast.stmt) and node.lineno <= line <= (node.end_lineno or node.lineno):
            found = node
    for field in ("test", "iter", "subject"):
        found = getattr(found, field, found)
    return found


def _roles(node: ast.AST) -> Iterator[Tuple[str, str]]:
    for role, part in _parts(node):
        if isinstance(part, (ast.Name, ast.Attribute, ast.Subscript)):
            yield ast.unparse(part), role


def _parts(node: Any) -> Iterator[Tuple[str, ast.AST]]:
    if isinstance(node, ast.BinOp):
        yield "left", node.left
        yield "right", node.right
    elif isinstance(node, ast.AugAssign):
        yield "left", node.target
        yield "right", node.value
    elif isinstance(node, ast.Call):
        if isinstance(node.func, ast.Attribute):
            yield "owner", node.func.value
        for number, argument in enumerate(node.args):
            yield str(number), argument
        for keyword in node.keywords:
            yield str(keyword.arg), keyword.value
