"""What notes leave open: `???`, questions nobody answers, headings with nothing below."""

from __future__ import annotations

import re

MARK = re.compile(
    r"\?{3,}|\bneed(?:s)? more study\b|\bunknown reason\b|\bdon'?t (?:see|know|understand)\b", re.I
)
ASKED = re.compile(r"(?:^|(?<=[.!:;] ))[^.!?\n`]*(?:`[^`\n]*`[^.!?\n`]*)*\?(?=\s|$|\*)")
WHY = re.compile(r"^\W*why\b[^.]*$", re.IGNORECASE)
SOURCE = re.compile(
    r"!?\[[^\]]*\]\([^)]*\)|https?://\S+|\b(?:sources?|documentation|see|forum|links?|wiki\w*)\b|[\W_]+",
    re.IGNORECASE,
)
LIST_MARK = re.compile(r"^[\s>]*(?:(?:[-*+]|\d+[.)])\s+)*")
BOLD = re.compile(r"\*\*[^*]+\*\*:?")
FEW = 3
"""Words, sources aside, that are no answer."""


def open_questions(text: str) -> list[str]:
    """The lines of a text that ask and do not answer, without their list marks."""
    found = []
    lines = text.split("\n")
    for at, line in enumerate(lines):
        bare = LIST_MARK.sub("", line).strip()
        if BOLD.fullmatch(bare) and is_answer("\n".join(lines[at + 1 :])):
            continue  # a title, and what stands below it answers
        if bare and (MARK.search(bare) or WHY.match(bare) or _asks(bare)):
            found.append(bare)
    return found


def _asks(line: str) -> bool:
    """A question at the end of the line; one with words behind it is taken for answered."""
    questions = list(ASKED.finditer(line))
    return bool(questions) and not line[questions[-1].end() :].strip(" *_)")


def is_answer(text: str) -> bool:
    """Whether a text below a question says anything but where to look."""
    return sum(1 for word in SOURCE.sub(" ", text).split() if len(word) > 1) > FEW
