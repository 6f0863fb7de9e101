"""From an exception to its cause in plain words and the lesson that explains it."""

from __future__ import annotations

import re

from msgspec import Struct

from studytui.runner.postmortem.scene import Scene

LONGEST = 4000
"""Characters of a message that are looked at."""


class Explanation(Struct, frozen=True):
    """A hint; both empty when there is nothing better to say than the message itself."""

    hint: str = ""
    lesson: str = ""


def explain(error: str, message: str, line: int | None, code: str, scene: Scene | None = None) -> Explanation:
    """The first hint that knows this error, with what the learner's names held.

    `line` counts from 1 in `code`. Without a hint the names alone are told.
    """
    from studytui.runner.postmortem.hints import HINTS  # only a run that failed needs them

    source, message, scene = failing_line(code, line), message[:LONGEST], scene or Scene()
    for hint in HINTS:
        if words := hint.tell(error, message, source, scene):
            return Explanation("\n".join(filter(None, (words, scene.words()))), hint.lesson)
    return Explanation(scene.words())


def failing_line(code: str, line: int | None) -> str:
    """Line `line` of `code`, without its comment and surrounding blanks; "" if there is none."""
    lines = code.splitlines()
    if line is None or not 1 <= line <= len(lines):
        return ""
    return re.sub(r"\s#.*", "", lines[line - 1]).strip()
