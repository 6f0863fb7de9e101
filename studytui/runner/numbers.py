"""Numbers that are not finite, spelled so that every line of ours is plain JSON."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Any

from studytui.runner.clean import clean

NON_FINITE = frozenset(("nan", "inf", "-inf"))
DEPTH = 24
"""Levels of nesting that are kept."""


def spell(value: float | str | None) -> float | str | None:
    """`value`, or its name if it is not finite. A text that names no number becomes "nan"."""
    if isinstance(value, str):
        return value if value in NON_FINITE else "nan"
    if value is None or math.isfinite(value):
        return value
    return "nan" if value != value else ("inf" if value > 0 else "-inf")


def spell_all(values: Iterable[float | str]) -> tuple[float | str, ...]:
    """`spell` for a batch."""
    return tuple(v if type(v) is int or (type(v) is float and v - v == 0.0) else spell(v) for v in values)  # type: ignore[misc]


def plain(value: Any, depth: int = DEPTH) -> Any:
    """A JSON value with clean texts and spelled numbers; what is nested deeper than `depth` becomes None."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, float):
        return spell(value)
    if depth == 0 and isinstance(value, list | dict):
        return None
    if isinstance(value, list):
        return [plain(item, depth - 1) for item in value]
    if isinstance(value, dict):
        return {clean(str(key)): plain(item, depth - 1) for key, item in value.items()}
    return value
