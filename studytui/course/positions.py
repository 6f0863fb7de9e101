"""Where things stand in a lesson file."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

Path = tuple[str | int, ...]
"""The way to a value, in the words of the file: `("steps", 2, "questions", 0, "kind")`."""


class Position(NamedTuple):
    """A place in a file; both count from 1, the column in characters."""

    line: int
    column: int


START = Position(1, 1)


class Spot(NamedTuple):
    """What is known about one value."""

    value: Position
    key: Position
    """Of the key that names it, or of the value itself in a list."""
    text: Position
    """Where its text begins: a line below the `|` of a block."""


@dataclass
class Positions:
    """The spots of one file; paths the file does not have answer with their nearest ancestor."""

    _spots: dict[Path, Spot] = field(default_factory=dict)

    def put(self, path: Path, spot: Spot) -> None:
        """Remember where the value at `path` stands."""
        self._spots[path] = spot

    def where(self, path: Path = ()) -> Position:
        """Where the value at `path` begins."""
        return self._nearest(path).value

    def key(self, path: Path) -> Position:
        """Where the key at `path` begins."""
        return self._nearest(path).key

    def line(self, path: Path, number: int, column: int = 1) -> Position:
        """Where line `number` (from 1) of the text block at `path` stands."""
        spot = self._nearest(path)
        if path not in self._spots or spot.text == spot.value:
            return spot.value
        return Position(spot.text.line + number - 1, spot.text.column + column - 1)

    def _nearest(self, path: Path) -> Spot:
        for length in range(len(path), -1, -1):
            spot = self._spots.get(path[:length])
            if spot is not None:
                return spot
        return Spot(START, START, START)
