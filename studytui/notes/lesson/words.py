"""Words of notes as titles and ids."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container

from studytui.course.formula import inline

LONGEST_ID = 48
LONGEST_TITLE = 70
MARKS = re.compile(r"[`*$]|\\(?=[\W_])|</?\w+[^>]*>")
FORMULA = re.compile(r"\$+([^$]+)\$+")
LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")


def title_of(text: str) -> str:
    """A heading in plain words, short enough for a bar."""
    text = FORMULA.sub(lambda found: inline(found.group(1)), LINK.sub(r"\1", text))
    words = " ".join(MARKS.sub("", text).split()).strip(" #:")
    return words if len(words) <= LONGEST_TITLE else f"{words[: LONGEST_TITLE - 1].rstrip()}…"


def slug(text: str, default: str = "notes") -> str:
    """lower-case-with-dashes, in ASCII."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    dashed = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    return dashed[:LONGEST_ID].strip("-") or default


def free_id(wanted: str, taken: Container[str]) -> str:
    """The id itself, or with the first number that makes it new."""
    number, name = 1, wanted
    while name in taken:
        number += 1
        end = f"-{number}"
        name = f"{wanted[: LONGEST_ID - len(end)].strip('-')}{end}"
    return name
