"""The notes under the fields of the lesson structs, for the JSON Schema: editors show them at the cursor."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator
from itertools import pairwise

import msgspec

from studytui.course import model, questions


def field_notes() -> dict[str, dict[str, str]]:
    """Struct name -> key in the file -> the docstring below the field, on one line."""
    return {name: dict(_notes(node)) for name, node in _structs() if dict(_notes(node))}


def _structs() -> Iterator[tuple[str, ast.ClassDef]]:
    for module in (model, questions):
        for node in ast.parse(inspect.getsource(module)).body:
            if isinstance(node, ast.ClassDef):
                yield node.name, node


def _notes(node: ast.ClassDef) -> Iterator[tuple[str, str]]:
    kind = getattr(model, node.name, None) or getattr(questions, node.name)
    keys = {field.name: field.encode_name for field in msgspec.structs.fields(kind)}
    for base in node.bases:
        yield from _inherited(base)
    for field, note in pairwise(node.body):
        match field, note:
            case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(text))):
                yield keys[name], " ".join(text.split())


def _inherited(base: ast.expr) -> Iterator[tuple[str, str]]:
    name = base.id if isinstance(base, ast.Name) else ""
    for known, node in _structs():
        if known == name:
            yield from _notes(node)
