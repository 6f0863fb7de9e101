"""Show options and lines in another order than the lesson's, the same one every time for the same seed."""

from __future__ import annotations

from collections.abc import Iterable
from random import Random


def shuffled(count: int, seed: str) -> tuple[int, ...]:
    """An order of 0..count-1, any of them: place i on the screen shows the lesson's item `order[i]`."""
    order = list(range(count))
    Random(seed).shuffle(order)
    return tuple(order)


def disarranged(count: int, seed: str) -> tuple[int, ...]:
    """Like `shuffled`, but never the lesson's own order (for `order` questions), unless there is no other."""
    order = shuffled(count, seed)
    return order[1:] + order[:1] if order == tuple(range(count)) else order


def to_lesson(order: tuple[int, ...], places: Iterable[int]) -> tuple[int, ...]:
    """Places on the screen -> the lesson's own item numbers."""
    return tuple(order[place] for place in places)


def to_screen(order: tuple[int, ...], items: Iterable[int]) -> tuple[int, ...]:
    """The lesson's own item numbers -> places on the screen."""
    return tuple(order.index(item) for item in items)
