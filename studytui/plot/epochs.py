"""Where epochs begin in a series, and the marks they leave on its axis."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

MOST = 1024
"""More could not be told apart in any picture: then every second one is forgotten."""
MOST_STEPS = 1 << 53
"""What a run says is not to be trusted: beyond this, floats do not count."""
LEAST_CELLS = 3
"""Marks closer than this many cells would hide the axis."""


class Epochs:
    """The steps at which epochs began, and their exact number."""

    def __init__(self) -> None:
        self.count = 0
        self.starts: list[int] = []

    def add(self, starts: Iterable[int], count: int) -> None:
        """Take in further starts, ascending, and the number of all epochs up to now."""
        self.count = max(self.count, count)
        self.starts += [step for step in starts if 0 <= step < MOST_STEPS]
        while len(self.starts) > MOST:
            del self.starts[1::2]

    def one_each(self, recorded: int) -> bool:
        """Whether every one of the `recorded` points is an epoch of its own."""
        return 1 < recorded <= self.count

    def marks(self, low: float, high: float, cells: int) -> Sequence[int]:
        """The starts from low to high that can be marked on so many cells; none where they would crowd."""
        inside = [step for step in self.starts if low < step < high]
        if not inside or self.count < 2:
            return ()
        nearest = min((b - a for a, b in pairwise(inside)), default=high - low)
        return inside if nearest * cells >= LEAST_CELLS * (high - low) else ()
