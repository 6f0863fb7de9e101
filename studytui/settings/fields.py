"""The settings one by one, read off the model: for the screen, the command line and the file's comments."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator
from itertools import pairwise
from typing import Any, Literal, get_args, get_origin, get_type_hints

import msgspec
from msgspec import Struct

from studytui.settings.model import Settings, Where

TABLES = ("profiles", "keys")
"""What the file holds as tables of its own."""


class Field(Struct, frozen=True):
    """One setting."""

    name: str
    help: str
    default: Any
    choices: tuple[str, ...] = ()
    """What it may be; empty when it may be anything of its type."""
    type: type[Any] = str
    fixed: bool = False
    """Whether it is shown only: its parts are what is changed."""


def fields() -> tuple[Field, ...]:
    """Every setting that is one value, in the order of the model: what it looks like first."""
    words = {**docs(Where), **docs(Settings)}
    hints = get_type_hints(Settings)
    known = {each.name: each for each in msgspec.structs.fields(Settings)}
    own = [name for name in Settings.__annotations__ if name not in TABLES]
    order = [*own, *Where.__annotations__]
    return tuple(_field(name, hints[name], known[name].default, words[name]) for name in order)


def _field(name: str, hint: Any, default: Any, help_: str) -> Field:
    choices = get_args(hint) if get_origin(hint) is Literal else ()
    return Field(name, help_, default, choices, type(default))


def docs(model: type[Struct]) -> dict[str, str]:
    """The string under each field of a model."""
    (body,) = ast.parse(inspect.getsource(model)).body
    assert isinstance(body, ast.ClassDef)
    return dict(_pairs(body.body))


def _pairs(body: list[ast.stmt]) -> Iterator[tuple[str, str]]:
    for field, words in pairwise(body):
        named = isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name)
        if named and isinstance(words, ast.Expr) and isinstance(words.value, ast.Constant):
            yield field.target.id, str(words.value.value)  # type: ignore[attr-defined]
