"""Differences of shape and dtype, in words."""

from __future__ import annotations

from collections.abc import Sequence
from math import prod


def shape_difference(expected: Sequence[int], actual: Sequence[int]) -> str | None:
    """`shape: expected [3], got [1, 3]`, with what that means where it is a usual slip."""
    wanted, got = list(expected), list(actual)
    if wanted == got:
        return None
    return f"shape: expected {wanted}, got {got}{_shape_hint(wanted, got)}"


def dtype_difference(expected: str | None, actual: str | None) -> str | None:
    """`dtype: expected float32, got int64`; the prefix `torch.` makes no difference."""
    wanted, got = _bare(expected), _bare(actual)
    return None if wanted == got else f"dtype: expected {wanted}, got {got}"


def unravel(position: int, shape: Sequence[int]) -> list[int]:
    """The index of the element at `position` in row-major order: unravel(4, [2, 3]) == [1, 1]."""
    index: list[int] = []
    for size in reversed(shape):
        position, place = divmod(position, size)
        index.append(place)
    return index[::-1]


def _shape_hint(wanted: list[int], got: list[int]) -> str:
    if sorted(wanted) == sorted(got):
        return " (the same sizes in another order)"
    if [size for size in wanted if size != 1] == [size for size in got if size != 1]:
        return " (only dimensions of size 1 differ)"
    if prod(wanted) == prod(got):
        return " (as many numbers, arranged differently)"
    return ""


def _bare(dtype: str | None) -> str:
    return (dtype or "none").removeprefix("torch.")
