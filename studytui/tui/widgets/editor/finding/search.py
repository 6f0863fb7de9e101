"""What is looked for in a program: plain text or a regular expression, line by line."""

from __future__ import annotations

import re
import warnings
from collections.abc import Sequence
from dataclasses import dataclass

REPEATS = "*+{"


@dataclass(frozen=True)
class Match:
    """A place where it was found: row and columns from 0, `end` behind the last character."""

    row: int
    start: int
    end: int


@dataclass(frozen=True)
class Search:
    """Small letters find capitals too; a query with a capital means it."""

    query: str
    regex: bool = False

    @property
    def trouble(self) -> str:
        """Why the query cannot be looked for; "" when it can."""
        if not self.regex:
            return ""
        try:
            self._pattern()
        except re.error as error:
            return error.msg
        return "a repeat inside a repeat could take for ever" if repeats_in_repeats(self.query) else ""

    def matches(self, lines: Sequence[str]) -> list[Match]:
        """Every place, from top to bottom; none for an empty or impossible query."""
        if not self.query or self.trouble:
            return []
        pattern = self._pattern()
        return [
            Match(row, *found.span())
            for row, line in enumerate(lines)
            for found in pattern.finditer(line)
            if found.group()
        ]

    def replaced(self, line: str, match: Match, by: str) -> str:
        """What `match` of this line becomes; in a regular expression `by` may name groups: `\\1`.

        Raises `re.error` or IndexError when it names one that is not there.
        """
        found = self._pattern().match(line, match.start)
        return found.expand(by) if self.regex and found is not None else by

    def _pattern(self) -> re.Pattern[str]:
        flags = re.IGNORECASE if self.query == self.query.lower() else re.NOFLAG
        with warnings.catch_warnings(action="ignore"):  # "possible nested set", into the screen
            return re.compile(self.query if self.regex else re.escape(self.query), flags)


def repeats_in_repeats(pattern: str) -> bool:
    """Whether a group is repeated that holds a repeat or alternatives, as in `(a+)*`.

    Python's matcher may then need time exponential in the length of the line, and cannot be interrupted.
    """
    pattern = re.sub(r"\\.", "_", pattern)
    pattern = re.sub(r"\[\^?\]?[^\]]*\]", "_", pattern)
    doubtful: list[bool] = []
    for at, char in enumerate(pattern):
        if char == "(":
            doubtful.append(False)
        elif char == ")" and doubtful:
            inner = doubtful.pop()
            repeated = pattern[at + 1 : at + 2] in tuple(REPEATS)
            if inner and repeated:
                return True
            if doubtful:
                doubtful[-1] |= inner or repeated
        elif doubtful and char in REPEATS + "|":
            doubtful[-1] = True
    return False
