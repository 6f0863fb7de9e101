"""Where the cursor is in the code: the expression before a dot and the beginning of a name, or a call."""

from __future__ import annotations

import re
from typing import NamedTuple, Optional

_NAME_PART = re.compile(r"[^\W\d]\w*$|$")
_PATH = re.compile(r"(?:[^\W\d]\w*)(?:\s*\.\s*[^\W\d]\w*|\[\s*(?:-?\d+|'[^'\\]*'|\"[^\"\\]*\")\s*\])*$")
"""Names, attributes and constant subscripts: all that may be evaluated without doing anything else."""


class Place(NamedTuple):
    """`owner` is "" where a bare name begins; None where the expression before the dot cannot be told."""

    owner: Optional[str]
    prefix: str


def place(line: str) -> Place:
    """What is being typed at the end of `line`, the text before the cursor."""
    found = _NAME_PART.search(line)
    prefix = found.group() if found else ""
    before = line[: len(line) - len(prefix)].rstrip()
    if not before.endswith("."):
        return Place("", prefix)
    path = _PATH.search(before[:-1].rstrip())
    whole = path is not None and not before[: path.start()].rstrip().endswith((".", ")", "]"))
    return Place(path.group() if path is not None and whole else None, prefix)


def call(text: str) -> Optional[str]:
    """The function whose arguments are being typed at the end of `text`; None outside any call."""
    depth = 0
    for at in range(len(text) - 1, -1, -1):
        letter = text[at]
        depth += (letter in ")]}") - (letter in "([{")
        if depth < 0:
            path = _PATH.search(text[:at].rstrip()) if letter == "(" else None
            return path.group() if path is not None else None
    return None
