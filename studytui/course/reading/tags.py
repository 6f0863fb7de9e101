"""What a node's tag and quotes make of it."""

from __future__ import annotations

from typing import Any

from studytui.course.positions import Position
from studytui.course.problems import ReadingError
from studytui.course.reading.scalars import Scalar, resolve

_CORE = "tag:yaml.org,2002:"
_SCALARS: dict[str, tuple[type, ...]] = {
    "int": (int,),
    "float": (float, int),
    "bool": (bool,),
    "null": (type(None),),
}
_COLLECTIONS = ("map", "seq")


def scalar_value(event: Any, at: Position) -> Scalar:
    """The value of a scalar event: quoted and block scalars are texts, plain ones by the core schema."""
    if event.tag in ("!", _CORE + "str"):
        return str(event.value)
    if event.tag is not None:
        return _tagged(event, at)
    return _plain(event.value, at) if event.implicit[0] else str(event.value)


def check_collection_tag(event: Any, at: Position) -> None:
    """Refuse tags that would make something else of a mapping or list."""
    if event.tag not in (None, "!", *(_CORE + name for name in _COLLECTIONS)):
        raise _foreign(event.tag, at)


def _tagged(event: Any, at: Position) -> Scalar:
    name = event.tag.removeprefix(_CORE)
    if name not in _SCALARS:
        raise _foreign(event.tag, at)
    value = _plain(event.value, at)
    if type(value) not in _SCALARS[name]:
        raise ReadingError(at, f"`{event.value[:40]!s}` is not what its tag !!{name} says")
    return float(value) if name == "float" and isinstance(value, int) else value


def _plain(text: str, at: Position) -> Scalar:
    try:
        return resolve(text)
    except ValueError as error:
        raise ReadingError(at, f"{error}, expected fewer") from error


def _foreign(tag: str, at: Position) -> ReadingError:
    return ReadingError(at, f"the tag {tag[:60]} is not allowed, expected plain YAML")
