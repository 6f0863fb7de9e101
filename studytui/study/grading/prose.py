"""Compare printed text: spacing does not count, numbers are compared as numbers."""

from __future__ import annotations

import re

from studytui.study.grading.numbers import close

NUMBER = re.compile(
    r"(?<![\w.])[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?(?!\w)|(?<![\w.])[-+]?(?:nan|inf)(?!\w)"
)
SPACE = re.compile(r"\s+")
AROUND = re.compile(r"\s*([\[\](){},=:<>])\s*")
ADDRESS = re.compile(r"(?<= at )0x[0-9a-fA-F]+")
LONG = 9


def same_text(
    expected: str, actual: str, rtol: float = 1e-4, atol: float = 1e-6, long_exact: bool = False
) -> bool:
    """Whether two printed texts say the same: spacing, line breaks and the spelling of numbers aside.

    `tensor([1., 2.])` equals `tensor([1.0,2.0])` and `0.33333` equals `0.3333`, but `1` does not equal `1.0`
    (a whole number is another type), and words must be the same letter for letter. With `long_exact` a
    number printed with nine digits or more must be met exactly: `0.1 + 0.2` does not print 0.3.
    """
    left, right = tidy(expected), tidy(actual)
    if left == right:
        return True
    if NUMBER.sub("#", left) != NUMBER.sub("#", right):
        return False
    pairs = zip(NUMBER.findall(left), NUMBER.findall(right), strict=True)
    return all(
        _same_number(a, b, 0.0, 0.0) if long_exact and _digits(a) >= LONG else _same_number(a, b, rtol, atol)
        for a, b in pairs
    )


def tidy(text: str) -> str:
    """One line, single spaces, none around brackets and commas; memory addresses are all the same."""
    return AROUND.sub(r"\1", ADDRESS.sub("0x0", SPACE.sub(" ", text.strip())))


def _same_number(left: str, right: str, rtol: float, atol: float) -> bool:
    whole = left.lstrip("+-").isdigit(), right.lstrip("+-").isdigit()
    if whole[0] != whole[1]:
        return False
    if all(whole):
        return left.lstrip("+0") == right.lstrip("+0") or left.lstrip("+-0") == right.lstrip("+-0") == ""
    return close(float(left), float(right), rtol, atol)


def _digits(number: str) -> int:
    return len(re.sub(r"[eE].*|\D", "", number).strip("0"))
