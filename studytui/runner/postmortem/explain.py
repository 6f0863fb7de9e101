"""From an exception to its cause in plain words and the lesson that explains it."""

from __future__ import annotations

import re

from msgspec import Struct

LONGEST = 4000
"""Characters of a message that are looked at."""


class Explanation(Struct, frozen=True):
    """A hint; both empty when there is nothing better to say than the message itself."""

    hint: str = ""
    lesson: str = ""


def explain(error: str, message: str, line: int | None, code: str) -> Explanation:
    """The first hint that knows this error. `line` counts from 1 in `code`."""
    from studytui.runner.postmortem.hints import HINTS  # only a run that failed needs them

    source, message = failing_line(code, line), message[:LONGEST]
    for hint in HINTS:
        if words := hint.tell(error, message, source):
            return Explanation(words, hint.lesson)
    return Explanation()


def failing_line(code: str, line: int | None) -> str:
    """Line `line` of `code`, without its comment and surrounding blanks; "" if there is none."""
    lines = code.splitlines()
    if line is None or not 1 <= line <= len(lines):
        return ""
    return re.sub(r"\s#.*", "", lines[line - 1]).strip()
