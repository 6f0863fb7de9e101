"""One complaint of msgspec as a problem: what, where, expected, found."""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence
from typing import Any

from studytui.course.converting.shape import fields_at, kinds_at
from studytui.course.converting.wording import expected, found
from studytui.course.positions import Path
from studytui.course.problems import Problem
from studytui.course.reading.tree import Tree

_UNKNOWN = re.compile(r"^Object contains unknown field `(?P<field>.*)`$", re.DOTALL)
_MISSING = re.compile(r"^Object missing required field `(?P<field>.*)`$")
_KIND = re.compile(r"^Invalid value ")


def problem_of(words: str, path: Path, tree: Tree, *, inside: bool = False) -> Problem:
    """Translate; `inside` says that the culprit is some value of the mapping at `path`."""
    if match := _UNKNOWN.match(words):
        return _unknown_field(match["field"], path, tree)
    if match := _MISSING.match(words):
        return _missing_field(match["field"], path, tree)
    if _KIND.match(words):
        return _unknown_kind(path, tree)
    culprit = _culprit(path, tree) if inside else path
    value = value_at(tree.data, culprit)
    name = f"`{culprit[-1]}`: " if culprit and isinstance(culprit[-1], str) else ""
    return Problem(tree.positions.where(culprit), f"{name}{expected(words, value)}, found {found(value)}")


def value_at(data: Any, path: Path) -> Any:
    """The value at `path`."""
    for part in path:
        data = data[part]
    return data


def _unknown_field(name: str, path: Path, tree: Tree) -> Problem:
    fields = fields_at(path, tree.data)
    kind = _kind(path, tree)
    return Problem(
        tree.positions.key((*path, name)), f"unknown key `{name[:40]}`{kind}, {_nearest(name, fields)}"
    )


def _missing_field(name: str, path: Path, tree: Tree) -> Problem:
    if name == "kind":
        return Problem(
            tree.positions.where(path),
            f"`kind` is missing, expected one of {_listed(kinds_at(path, tree.data))}",
        )
    present = ", ".join(f"`{key[:40]}`" for key in list(value_at(tree.data, path))[:8]) or "nothing"
    return Problem(tree.positions.where(path), f"`{name}` is missing{_kind(path, tree)}, found {present}")


def _unknown_kind(path: Path, tree: Tree) -> Problem:
    kinds = kinds_at(path[:-1], tree.data)
    value = value_at(tree.data, path)
    close = difflib.get_close_matches(str(value), kinds, 1)
    hint = f"; did you mean `{close[0]}`?" if close else ""
    return Problem(
        tree.positions.where(path),
        f"unknown kind, expected one of {_listed(kinds)}, found {found(value)}{hint}",
    )


def _kind(path: Path, tree: Tree) -> str:
    value = value_at(tree.data, path).get("kind")
    return f" in kind `{value}`" if isinstance(value, str) else ""


def _culprit(path: Path, tree: Tree) -> Path:
    """The first value of a text-to-text mapping that is no text."""
    mapping = value_at(tree.data, path)
    return next(((*path, key) for key, value in mapping.items() if not isinstance(value, str)), path)


def _nearest(name: str, fields: Sequence[str]) -> str:
    close = difflib.get_close_matches(name, fields, 1, cutoff=0.5)
    return f"did you mean `{close[0]}`?" if close else f"expected one of {_listed(fields)}"


def _listed(names: Sequence[str]) -> str:
    return ", ".join(names)
