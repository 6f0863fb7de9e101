"""A change that may help: proposed from the code and the mistake, judged by what comes of it."""

from __future__ import annotations

import ast
import re
import warnings
from collections.abc import Callable, Iterator
from typing import NamedTuple

from studytui.notes.checkup.block import Fix
from studytui.notes.checkup.probing import Mistake

TOKENS = re.compile(r"[\w.]+|\s+|.")


class Candidate(NamedTuple):
    """A fix and the code after it."""

    fix: Fix
    code: str


Fixer = Callable[[str, Mistake], Iterator[Candidate]]


def line_of(code: str, number: int) -> str:
    """Line `number` from 1; "" when there is none."""
    lines = code.split("\n")
    return lines[number - 1] if 1 <= number <= len(lines) else ""


def with_line(code: str, number: int, text: str, words: str = "") -> Candidate:
    """The code with another line `number`."""
    lines = code.split("\n")
    fix = Fix(number, *changed_part(lines[number - 1].strip(), text.strip()), words)
    lines[number - 1] = text
    return Candidate(fix, "\n".join(lines))


def changed_part(before: str, after: str) -> tuple[str, str]:
    """What differs between two lines, with the word before and behind it."""
    left, right = TOKENS.findall(before), TOKENS.findall(after)
    same = next((at for at, (a, b) in enumerate(zip(left, right, strict=False)) if a != b), -1)
    begin = same if same >= 0 else min(len(left), len(right))
    tail = 0
    while tail < min(len(left), len(right)) - begin and left[-1 - tail] == right[-1 - tail]:
        tail += 1
    begin, tail = max(begin - 4, 0), max(tail - 2, 0)
    return tuple("".join(each[begin : len(each) - tail]).strip() for each in (left, right))  # type: ignore


def parse_error(code: str) -> tuple[int, int] | None:
    """Line and column of what cannot be parsed; None when all can."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            ast.parse(code)
        except SyntaxError as error:
            return error.lineno or 1, error.offset or 1
        except (ValueError, RecursionError, MemoryError):
            return 1, 1
    return None


def parses_further(before: str, after: str) -> bool:
    """Whether the change let the parser get further."""
    was, now = parse_error(before), parse_error(after)
    return was is not None and (now is None or now > was)
