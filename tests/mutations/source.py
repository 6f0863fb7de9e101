"""A lesson's YAML as text whose values can be exchanged one by one, the rest left as it stands."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NamedTuple

import yaml

Place = tuple[str | int, ...]


class Lines(NamedTuple):
    """Lines of a file, from 1, both ends included."""

    first: int
    last: int


class Source:
    """One lesson file: its text, its data, and the node behind each value."""

    def __init__(self, file: Path, text: str) -> None:
        self.file, self.text = file, text
        self._root = yaml.compose(text, yaml.CSafeLoader)
        self.data: Any = yaml.load(text, yaml.CSafeLoader)

    def lines(self, place: Place) -> Lines:
        """Where a value stands, its key included. The nearest ancestor answers for what is not there."""
        key, node = self._find(place)
        end = node.end_mark
        last = end.line if end.column == 0 and end.line > key.start_mark.line else end.line + 1
        return Lines(key.start_mark.line + 1, last)

    def exchanged(self, place: Place, value: str) -> str:
        """The text with another scalar at `place`; a block of lines stays one."""
        _, node = self._find(place)
        rows = self.text.split("\n")
        start, end = node.start_mark, node.end_mark
        if node.style in ("|", ">") and "\n" in value:
            return self._block(rows, node, value)
        if node.style in ("|", ">"):
            last = self._last_row(rows, node)
            rows[start.line : last + 1] = [rows[start.line][: start.column] + json.dumps(value)]
            return "\n".join(rows)
        after = rows[end.line][end.column :]
        rows[start.line : end.line + 1] = [rows[start.line][: start.column] + written(value) + after]
        return "\n".join(rows)

    def with_line(self, place: Place, key: str, value: str) -> str:
        """The text with `key: value` added below the value at `place`, which is one of a mapping."""
        name, node = self._find(place)
        rows = self.text.split("\n")
        end = node.end_mark.line if node.end_mark.column == 0 else node.end_mark.line + 1
        rows.insert(end, " " * name.start_mark.column + f"{key}: {value}")
        return "\n".join(rows)

    def _block(self, rows: list[str], node: Any, value: str) -> str:
        first, last = node.start_mark.line + 1, self._last_row(rows, node)
        indent = " " * (len(rows[first]) - len(rows[first].lstrip()))
        rows[first : last + 1] = [indent + row if row else "" for row in value.rstrip("\n").split("\n")]
        return "\n".join(rows)

    @staticmethod
    def _last_row(rows: list[str], node: Any) -> int:
        last = node.end_mark.line - (node.end_mark.column == 0)
        while not rows[last].strip() or (last >= node.end_mark.line and last > node.start_mark.line):
            last -= 1
        return int(last)

    def _find(self, place: Place) -> tuple[Any, Any]:
        key = node = self._root
        for part in place:
            if isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
                key = node = node.value[part]
                continue
            pair = next((pair for pair in _pairs(node) if pair[0].value == part), None)
            if pair is None:
                break
            key, node = pair
        return key, node


def written(value: str) -> str:
    """A scalar as YAML: bare when it is a number or truth, else in quotes."""
    bare = value in ("true", "false") or value.replace(".", "", 1).replace("-", "", 1).isdigit()
    return value if bare else json.dumps(value, ensure_ascii=False)


def _pairs(node: Any) -> list[tuple[Any, Any]]:
    return list(node.value) if isinstance(node, yaml.MappingNode) else []
