"""Which lesson explains an error message: from the hints that every failing run gets."""

from __future__ import annotations

import re
from collections.abc import Iterator

SHORTEST = 12
"""Characters from which a query may be a message pasted as a whole."""
_NAMED = re.compile(r"^(?:\w+\.)*(\w*(?:Error|Exception|Interrupt|Warning))\s*:\s*(.+)$", re.DOTALL)
_GROUP = re.compile(r"\(\?P<\w+>[^()]*\)|\(\?:|\[[^\]]*\]")
_SIGNS = re.compile(r"\\[a-zA-Z]|[\\^$.*+?{}|()]+")


def error_hits(message: str) -> Iterator[tuple[str, str]]:
    """Lessons and hints for a message, with or without `RuntimeError:` before it; one for each lesson."""
    from studytui.runner.postmortem.hints import HINTS  # many patterns: not before somebody searches

    named = _NAMED.match(message.strip())
    error, text = (named[1], named[2]) if named else ("", message.strip())
    if len(text) < SHORTEST:
        return
    told = set[str]()
    for hint in HINTS:
        if not error and len(fixed(hint.pattern)) < SHORTEST:
            continue  # without the error's name, only words of its own tell a message
        names = [error] if error else [*hint.errors, "RuntimeError"]
        words = next((said for name in names if (said := hint.tell(name, text, ""))), "")
        if words and hint.lesson and hint.lesson not in told:
            told.add(hint.lesson)
            yield hint.lesson, words


def known_errors() -> Iterator[tuple[str, str]]:
    """Lesson and the fixed words of each message that a hint knows."""
    from studytui.runner.postmortem.hints import HINTS

    for hint in HINTS:
        words = fixed(hint.pattern)
        if hint.lesson and len(words) >= SHORTEST:
            yield hint.lesson, " ".join([*hint.errors[:1], words])


def fixed(pattern: str) -> str:
    """The words of a regular expression."""
    return " ".join(word for word in _SIGNS.sub(" ", _GROUP.sub(" ", pattern)).split() if len(word) > 1)
