"""Change code line by line, as one can dictate it."""

from __future__ import annotations

import re
from collections.abc import Sequence

HOW = (
    "Change lines: `3: text` replaces line 3, `3+ text` adds one after it, `3-` removes it, "
    "`list` shows the code, an empty line runs it."
)
CHANGE = re.compile(r"\s*(\d+)\s*([:+-])\s?(.*)")


class NoChange(ValueError):
    """The line changes nothing; the words say why."""


def changed(lines: Sequence[str], typed: str) -> list[str]:
    """The code after one change. Raises NoChange."""
    found = CHANGE.fullmatch(typed)
    if found is None:
        raise NoChange(HOW)
    number, sign, text = int(found[1]), found[2], found[3]
    if not (0 if sign == "+" else 1) <= number <= len(lines):
        raise NoChange(f"There is no line {number}: the code has {len(lines)}.")
    return _carried_out(list(lines), number, sign, text)


def _carried_out(lines: list[str], number: int, sign: str, text: str) -> list[str]:
    if sign == ":":
        lines[number - 1] = text
    elif sign == "+":
        lines.insert(number, text)
    else:
        del lines[number - 1]
    return lines
