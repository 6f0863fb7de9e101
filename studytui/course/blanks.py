"""The blanks of a `fill` question."""

from __future__ import annotations

import re

BLANK = re.compile(r"(?<!_)___(?!_)")
"""Exactly three underscores: `__init__` and `____` are no blanks."""


def blanks_in(code: str) -> int:
    """How many blanks there are to fill."""
    return len(BLANK.findall(code))


def fill_in(code: str, texts: tuple[str, ...]) -> str:
    """The code with its blanks filled in order; blanks without a text stay open."""
    left = iter(texts)
    return BLANK.sub(lambda blank: next(left, blank.group()), code)
