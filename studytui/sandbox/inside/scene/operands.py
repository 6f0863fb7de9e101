"""Names in an expression and what they hold, without running any of the learner's code."""

from __future__ import annotations

import ast
import sys
import types
from types import FrameType
from typing import Any, Iterator, Mapping, Tuple, Union

_OF_TENSOR = ("T", "mT", "grad", "data", "real", "imag")
"""Attributes of tensors that cost nothing and change nothing."""
_SILENT = (types.ModuleType, types.FunctionType, types.BuiltinFunctionType, type)
_MISSING = object()


def operands(node: ast.AST, frame: FrameType) -> Iterator[Tuple[str, object]]:
    """The parts of `node` that have a name, in the order they are written, with their values.

    A part such as `x.T` or `self.fc` is told by that name; inside calls and sums, what they are made of.
    Modules, functions and classes are left out, and the targets of an assignment.
    """
    if isinstance(node, (ast.Assign, ast.AnnAssign)):
        for part in _assigned_from(node):
            yield from operands(part, frame)
        return
    value = _value(node, frame)
    if value is not _MISSING:
        if not isinstance(value, _SILENT):
            yield ast.unparse(node), value
        return
    for part in ast.iter_child_nodes(node):
        yield from operands(part, frame)


def _assigned_from(node: Union[ast.Assign, ast.AnnAssign]) -> Iterator[ast.AST]:
    """What an assignment reads: its value, and `x` where it is `x[…]` or `x.name` that is assigned."""
    for target in node.targets if isinstance(node, ast.Assign) else [node.target]:
        if isinstance(target, (ast.Subscript, ast.Attribute)):
            yield target.value
    if node.value is not None:
        yield node.value


def _value(node: ast.AST, frame: FrameType) -> Any:
    if isinstance(node, ast.Name):
        return frame.f_locals.get(node.id, frame.f_globals.get(node.id, _MISSING))
    if isinstance(node, ast.Attribute):
        return _attribute(_value(node.value, frame), node.attr)
    if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Constant):
        return _element(_value(node.value, frame), node.slice.value)
    return _MISSING


def _attribute(owner: Any, name: str) -> Any:
    """Looked up in plain dictionaries, so no property of the learner's runs."""
    torch = sys.modules.get("torch")
    if owner is _MISSING or isinstance(owner, types.ModuleType):
        return _MISSING
    if torch is not None and isinstance(owner, torch.Tensor):
        if name not in _OF_TENSOR or (name == "grad" and not owner.is_leaf):
            return _MISSING
        return getattr(owner, name)
    own: Mapping[str, Any] = getattr(owner, "__dict__", {})
    for place in (own, *(own.get(kind) or {} for kind in ("_parameters", "_buffers", "_modules"))):
        if name in place:
            return place[name]
    return _MISSING


def _element(owner: Any, key: object) -> Any:
    try:
        if type(owner) in (list, tuple, dict):
            return owner[key]
        torch = sys.modules.get("torch")
        if torch is not None and type(owner) in (torch.nn.Sequential, torch.nn.ModuleList):
            return owner[key]
    except (LookupError, TypeError):
        pass  # that lookup is perhaps the very error; the container itself is told then
    return _MISSING
