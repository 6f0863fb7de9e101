"""Method calls in the learner's code, each with the function it stands in."""

from __future__ import annotations

import ast
from typing import Iterator, NamedTuple


class MethodCall(NamedTuple):
    """`owner.method(…)` within the function `scope` ("" for the top level)."""

    node: ast.Call
    owner: ast.expr
    scope: str


def method_calls(tree: ast.AST, method: str, scope: str = "") -> Iterator[MethodCall]:
    """All calls of methods of this name."""
    for node in ast.iter_child_nodes(tree):
        inner = node.name if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) else scope
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == method:
            yield MethodCall(node, node.func.value, scope)
        yield from method_calls(node, method, inner)
