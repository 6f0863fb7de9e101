"""What the model expects at a path: walked only when there is something to explain."""

from __future__ import annotations

from functools import cache
from typing import Any

from msgspec import inspect

from studytui.course.model import Lesson
from studytui.course.positions import Path


def fields_at(path: Path, data: Any) -> tuple[str, ...]:
    """The keys that may stand in the mapping at `path`."""
    for option in _structs(_type_at(path, data)):
        if _fits(option, _at(data, path)):
            kind = (option.tag_field,) if option.tag_field else ()
            return (*kind, *(field.encode_name for field in option.fields))
    return ()


def kinds_at(path: Path, data: Any) -> tuple[str, ...]:
    """The kinds the mapping at `path` may have."""
    return tuple(str(option.tag) for option in _structs(_type_at(path, data)))


@cache
def _lesson() -> inspect.Type:
    return inspect.type_info(Lesson)


def _type_at(path: Path, data: Any) -> inspect.Type:
    kind: inspect.Type = _lesson()
    for depth, part in enumerate(path):
        kind = _step_into(kind, part, _at(data, path[:depth]))
    return kind


def _step_into(kind: inspect.Type, part: str | int, data: Any) -> inspect.Type:
    if isinstance(part, int):
        return _item(kind)
    for option in _structs(kind):
        if _fits(option, data):
            for field in option.fields:
                if field.encode_name == part:
                    return field.type
    return inspect.AnyType()


def _item(kind: inspect.Type) -> inspect.Type:
    bare = kind.type if isinstance(kind, inspect.Metadata) else kind
    return bare.item_type if isinstance(bare, inspect.VarTupleType) else inspect.AnyType()


def _structs(kind: inspect.Type) -> tuple[inspect.StructType, ...]:
    options = kind.types if isinstance(kind, inspect.UnionType) else (kind,)
    return tuple(option for option in options if isinstance(option, inspect.StructType))


def _fits(option: inspect.StructType, data: Any) -> bool:
    return option.tag_field is None or (isinstance(data, dict) and data.get(option.tag_field) == option.tag)


def _at(data: Any, path: Path) -> Any:
    for part in path:
        data = data[part]
    return data
