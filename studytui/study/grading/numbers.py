"""Numbers as runs export them: JSON numbers, the words "nan", "inf" and "-inf", or [real, imaginary]."""

from __future__ import annotations

import cmath
from typing import Any

Number = int | float | complex


def number(element: Any) -> Number | None:
    """The number an exported element stands for, or None when it stands for none. Booleans are 0 and 1."""
    if isinstance(element, (int, float)):
        return element
    if isinstance(element, str):
        return _spelled(element)
    if isinstance(element, (list, tuple)) and len(element) == 2:
        real, imaginary = number(element[0]), number(element[1])
        if isinstance(real, (int, float)) and isinstance(imaginary, (int, float)):
            return complex(real, imaginary)
    return None


def close(expected: Number, actual: Number, rtol: float, atol: float) -> bool:
    """|actual - expected| <= atol + rtol * |expected|, the rule of `torch.allclose`; NaN equals NaN."""
    if _same(expected, actual):
        return True
    if not (is_finite(expected) and is_finite(actual)):
        return False
    try:
        return abs(actual - expected) <= atol + rtol * abs(expected)
    except OverflowError:
        return False  # whole numbers beyond what a float holds, and not equal


def distance(expected: Number, actual: Number) -> float:
    """|actual - expected|; 0 for the same non-finite number, infinite when a float cannot say it."""
    if _same(expected, actual):
        return 0.0
    try:
        gap = float(abs(actual - expected))
    except OverflowError:
        return float("inf")
    return float("inf") if gap != gap else gap


def is_nan(value: Number) -> bool:
    """Whether it is not a number, in either part of a complex one."""
    return value != value


def is_finite(value: Number) -> bool:
    """Whether it is neither infinite nor NaN."""
    return isinstance(value, int) or cmath.isfinite(value)


def show(value: Number, other: Number | None = None) -> str:
    """A number for people: six digits, or all of them when six would make it look the same as `other`."""
    if isinstance(value, (bool, int)):
        return str(value)
    short = f"{value:.6g}"
    if other is not None and not isinstance(other, int) and f"{other:.6g}" == short:
        return repr(value)
    return short


def _same(expected: Number, actual: Number) -> bool:
    return expected == actual or (is_nan(expected) and is_nan(actual))


def _spelled(word: str) -> Number | None:
    try:
        return float(word)
    except ValueError:
        pass  # not a real number: perhaps a complex one
    try:
        return complex(word)
    except ValueError:
        return None
