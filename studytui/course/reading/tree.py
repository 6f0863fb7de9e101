"""YAML text to plain data with positions, within bounds.

Built from the parser's events with a stack of our own: composing nodes recurses in C and is ended by a
segmentation fault when a file nests deeply enough. Anchors, aliases and foreign tags are refused, so a
lesson reads top to bottom and cannot grow beyond its own size.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from studytui.course.positions import Path, Position, Positions, Spot
from studytui.course.problems import ReadingError
from studytui.course.reading.complaints import in_words
from studytui.course.reading.source import check_characters
from studytui.course.reading.tags import check_collection_tag, scalar_value

MAX_DEPTH = 32
MAX_NODES = 20_000


@dataclass(frozen=True)
class Tree:
    """Dicts, lists and scalars, and where each stands."""

    data: Any
    positions: Positions


def read_tree(text: str) -> Tree:
    """Read one YAML document. Raises `ReadingError`, nothing else."""
    check_characters(text)
    builder = _Builder()
    for event in _events(text):
        builder.take(event)
    return builder.finish()


def _events(text: str) -> Iterator[Any]:
    try:
        yield from yaml.parse(text, yaml.CSafeLoader)
    except yaml.YAMLError as error:
        raise in_words(error, text) from error


@dataclass
class _Open:
    """A mapping or list whose end has not been read."""

    data: dict[str, Any] | list[Any]
    path: Path
    key: str | None = None
    key_at: Position | None = None


class _Builder:
    """Takes events one by one; knows where in the tree it is."""

    def __init__(self) -> None:
        self._positions = Positions()
        self._open: list[_Open] = []
        self._keys: dict[Path, Position] = {}
        self._root: Any = None
        self._documents = 0
        self._nodes = 0

    def take(self, event: Any) -> None:
        handler = _HANDLERS.get(type(event))
        if handler is not None:
            handler(self, event)

    def finish(self) -> Tree:
        if not self._documents:
            raise ReadingError(Position(1, 1), "the file is empty, expected a lesson")
        return Tree(self._root, self._positions)

    def document(self, event: Any) -> None:
        self._documents += 1
        if self._documents > 1:
            raise ReadingError(_position(event), "a second document begins, expected one lesson in a file")

    def alias(self, event: Any) -> None:
        raise ReadingError(
            _position(event), f"the alias *{event.anchor} is not allowed, expected the text written out"
        )

    def scalar(self, event: Any) -> None:
        self._enter(event)
        parent = self._open[-1] if self._open else None
        if parent is not None and isinstance(parent.data, dict) and parent.key is None:
            self._key(parent, event)
        else:
            self._place(scalar_value(event, _position(event)), event)

    def mapping(self, event: Any) -> None:
        self._collection({}, event)

    def sequence(self, event: Any) -> None:
        self._collection([], event)

    def end(self, event: Any) -> None:
        del event
        self._open.pop()

    def _collection(self, data: dict[str, Any] | list[Any], event: Any) -> None:
        self._enter(event)
        check_collection_tag(event, _position(event))
        if len(self._open) >= MAX_DEPTH:
            raise ReadingError(_position(event), f"nested more than {MAX_DEPTH} deep")
        parent = self._open[-1] if self._open else None
        if parent is not None and isinstance(parent.data, dict) and parent.key is None:
            raise ReadingError(_position(event), "a list or mapping as key, expected a text")
        self._open.append(_Open(data, self._place(data, event)))

    def _enter(self, event: Any) -> None:
        self._nodes += 1
        if self._nodes > MAX_NODES:
            raise ReadingError(_position(event), f"more than {MAX_NODES} entries, expected a lesson")
        if event.anchor:
            raise ReadingError(
                _position(event),
                f"the anchor &{event.anchor} is not allowed: lessons repeat nothing by reference",
            )

    def _key(self, parent: _Open, event: Any) -> None:
        name, at = event.value, _position(event)
        first = self._keys.setdefault((*parent.path, name), at)
        if first is not at:
            raise ReadingError(
                at, f"`{name[:40]}` a second time, the first is at line {first.line}:{first.column}"
            )
        parent.key, parent.key_at = name, at

    def _place(self, value: Any, event: Any) -> Path:
        at = _position(event)
        if not self._open:
            self._root = value
            self._positions.put((), Spot(at, at, at))
            return ()
        path, key_at = self._attach(self._open[-1], value, at)
        self._positions.put(path, Spot(at, key_at, _text_start(event, at, key_at)))
        return path

    @staticmethod
    def _attach(parent: _Open, value: Any, at: Position) -> tuple[Path, Position]:
        if isinstance(parent.data, list):
            parent.data.append(value)
            return (*parent.path, len(parent.data) - 1), at
        assert parent.key is not None
        assert parent.key_at is not None
        path, key_at = (*parent.path, parent.key), parent.key_at
        parent.data[parent.key] = value
        parent.key = parent.key_at = None
        return path, key_at


def _position(event: Any) -> Position:
    mark = event.start_mark
    return Position(mark.line + 1, mark.column + 1)


def _text_start(event: Any, at: Position, key_at: Position) -> Position:
    """Block texts begin a line below their `|`, two columns in from their key by custom."""
    if type(event) is yaml.ScalarEvent and event.style in ("|", ">"):
        return Position(at.line + 1, key_at.column + 2)
    return at


_HANDLERS = {
    yaml.DocumentStartEvent: _Builder.document,
    yaml.AliasEvent: _Builder.alias,
    yaml.ScalarEvent: _Builder.scalar,
    yaml.MappingStartEvent: _Builder.mapping,
    yaml.SequenceStartEvent: _Builder.sequence,
    yaml.MappingEndEvent: _Builder.end,
    yaml.SequenceEndEvent: _Builder.end,
}
