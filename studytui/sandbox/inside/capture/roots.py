"""What the learner calls the roots of `backward()`, line by line."""

from __future__ import annotations

import ast
from types import FrameType
from typing import Dict, NamedTuple, Set

from .calls import method_calls
from .names import is_measured

_LONGEST = 30


class Root(NamedTuple):
    """How a root is called; `variable` tells a variable from an expression without a name."""

    text: str
    variable: bool


def roots_by_line(tree: ast.AST) -> Dict[int, Root]:
    """For every line of a call `root.backward(…)`: what stands before the dot. Not for lines with two."""
    found: Dict[int, Root] = {}
    ambiguous: Set[int] = set()
    for call in method_calls(tree, "backward"):
        root = _described(call.owner, call.node.lineno)
        lines = range(call.node.lineno, (call.node.end_lineno or call.node.lineno) + 1)
        ambiguous.update(line for line in lines if found.get(line, root) != root)
        found.update(dict.fromkeys(lines, root))
    return {line: root for line, root in found.items() if line not in ambiguous}


def root_in(frame: FrameType, root: object) -> Root:
    """The same for code we have no text of: the local variable that holds the root."""
    names = [name for name, value in frame.f_locals.items() if value is root]
    names.sort(key=is_measured, reverse=True)
    return Root(names[0], True) if names else Root(f"backward, line {frame.f_lineno}", False)


def _described(value: ast.expr, line: int) -> Root:
    text = ast.unparse(value)
    named = isinstance(value, (ast.Name, ast.Attribute, ast.Subscript))
    return Root(text, named) if len(text) <= _LONGEST else Root(f"backward, line {line}", False)
