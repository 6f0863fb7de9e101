"""Compare values element by element and tell the first difference and the largest."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from msgspec import Struct

from studytui.study.grading.arrangement import unravel
from studytui.study.grading.numbers import Number, close, distance, number, show

EXACT = ("bool", "int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64")


ENOUGH = 1000
"""Numbers that must be there of a tensor that was cut."""


class Differences(Struct, frozen=True):
    """How two sequences of equal length differ: how often, where first, by how much at most."""

    count: int
    first: int
    largest: float


def element_difference(
    expected: dict[str, Any], actual: dict[str, Any], rtol: float, atol: float
) -> str | None:
    """The first differing element with its index, how many differ, and by how much at most; None: none."""
    wanted, got = _comparable(_flat(expected.get("data")), _flat(actual.get("data")), expected)
    if len(wanted) != len(got):
        return f"values: expected {len(wanted)} numbers, got {len(got)}"
    if _bare(expected) in EXACT:
        rtol = atol = 0.0
    found = differences(wanted, got, rtol, atol)
    return None if found is None else _words(found, expected, wanted, got, rtol, atol)


def differences(wanted: Sequence[Any], got: Sequence[Any], rtol: float, atol: float) -> Differences | None:
    """Where two flat sequences differ beyond the tolerances; None: nowhere. Other things must be equal."""
    positions: list[int] = []
    largest = 0.0
    for position, (left, right) in enumerate(zip(wanted, got, strict=True)):
        gap = _gap(left, right, rtol, atol)
        if gap is not None:
            positions.append(position)
            largest = max(largest, gap)
    return Differences(len(positions), positions[0], largest) if positions else None


def _gap(left: Any, right: Any, rtol: float, atol: float) -> float | None:
    a, b = number(left), number(right)
    if a is None or b is None:
        return None if left == right else float("inf")
    return None if close(a, b, rtol, atol) else distance(a, b)


def _words(
    found: Differences,
    item: dict[str, Any],
    wanted: Sequence[Any],
    got: Sequence[Any],
    rtol: float,
    atol: float,
) -> str:
    left, right = wanted[found.first], got[found.first]
    shape = item.get("shape") or []
    where = f" at {unravel(found.first, shape)}" if shape else ""
    allowed = f"allowed {atol:g} + {rtol:g} × |expected|" if rtol or atol else "compared exactly"
    first = f"values: expected {_show(left, right)}, got {_show(right, left)}{where}"
    if len(wanted) == 1:
        return f"{first} (difference {found.largest:.3g}; {allowed})"
    many = f"{found.count} of {_seen(item, wanted)} differ"
    return f"{first}, {many} (max abs difference {found.largest:.3g}; {allowed})"


def _seen(item: dict[str, Any], wanted: Sequence[Any]) -> str:
    total = item.get("numel") or len(wanted)
    return str(total) if total == len(wanted) else f"the first {len(wanted)}"


def _show(element: Any, other: Any) -> str:
    value: Number | None = number(element)
    return str(element) if value is None else show(value, number(other))


def _comparable(
    wanted: Sequence[Any], got: Sequence[Any], item: dict[str, Any]
) -> tuple[Sequence[Any], Sequence[Any]]:
    """Large tensors are cut by size of text, so two right ones may be cut at different places: compare what
    both have, unless that is so little that something else must be wrong."""
    total = int(item.get("numel") or len(wanted))
    common = min(len(wanted), len(got))
    if len(wanted) < total and common >= min(len(wanted), ENOUGH):
        return wanted[:common], got[:common]
    return wanted, got


def _flat(data: Any) -> Sequence[Any]:
    return data if isinstance(data, (list, tuple)) else [data]


def _bare(item: dict[str, Any]) -> str:
    return str(item.get("dtype") or "").removeprefix("torch.")
