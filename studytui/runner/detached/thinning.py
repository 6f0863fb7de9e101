"""Points of a curve made fewer: both ends stay, and of each stretch the least, greatest and first odd."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

Value = float | str
"""A number, or the name of one that is not finite."""


def kept(values: Sequence[Value], most: int) -> list[int]:
    """Positions of at most `most` values (8 or more), ascending."""
    if len(values) <= most:
        return list(range(len(values)))
    stretches = (most - 2) // 3
    edges = [each * len(values) // stretches for each in range(stretches + 1)]
    chosen = {0, len(values) - 1}
    for low, high in pairwise(edges):
        chosen.update(_telling(values, low, high))
    return sorted(chosen)


def _telling(values: Sequence[Value], low: int, high: int) -> Iterator[int]:
    numbers = [(value, at) for at in range(low, high) if not isinstance(value := values[at], str)]
    if numbers:
        yield min(numbers)[1]
        yield max(numbers)[1]
    yield from [at for at in range(low, high) if isinstance(values[at], str)][:1]
