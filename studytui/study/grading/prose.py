"""Compare printed text: spacing does not count, numbers are compared as numbers."""

from __future__ import annotations

import re

from studytui.study.grading.numbers import close

NUMBER = re.compile(
    r"(?<![\w.])[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?(?![\w])|(?<![\w.])[-+]?(?:nan|inf)(?!\w)"
)
SPACE = re.compile(r"\s+")
AROUND = re.compile(r"\s*([\[\](){},=:<>])\s*")


def same_text(expected: str, actual: str, rtol: float = 1e-4, atol: float = 1e-6) -> bool:
    """Whether two printed texts say the same: spacing, line breaks and the spelling of numbers aside.

    `tensor([1., 2.])` equals `tensor([1.0,2.0])` and `0.30000001` equals `0.3`, but `1` does not equal `1.0`
    (a whole number is another type) and words must be the same letter for letter.
    """
    left, right = tidy(expected), tidy(actual)
    if left == right:
        return True
    return NUMBER.sub("#", left) == NUMBER.sub("#", right) and all(
        _same_number(a, b, rtol, atol)
        for a, b in zip(NUMBER.findall(left), NUMBER.findall(right), strict=True)
    )


def tidy(text: str) -> str:
    """One line, single spaces, none around brackets and commas, no space before or after the whole."""
    return AROUND.sub(r"\1", SPACE.sub(" ", text.strip()))


def _same_number(left: str, right: str, rtol: float, atol: float) -> bool:
    whole = left.lstrip("+-").isdigit(), right.lstrip("+-").isdigit()
    if whole[0] != whole[1]:
        return False
    if all(whole):
        return int(left) == int(right)
    return close(float(left), float(right), rtol, atol)
