"""What a snippet may be called."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection

LONGEST = 60
PLAIN = re.compile(r"\w[\w .+-]*")


def clean_name(name: str) -> str:
    """The name as it is kept: without `.py`, without blanks around it, composed Unicode."""
    return unicodedata.normalize("NFC", name).strip().removesuffix(".py").strip()


def name_problem(name: str) -> str | None:
    """Why a name cannot be used, in words; None when it can."""
    bare = clean_name(name)
    if not bare:
        return "a snippet needs a name"
    if len(bare) > LONGEST or len(bare.encode()) > 4 * LONGEST:
        return f"the name is too long: at most {LONGEST} characters"
    if not PLAIN.fullmatch(bare) or bare.endswith("."):
        return f"{bare!r} cannot be a name: use letters, digits, spaces and . + - _"
    return None


def free_name(wanted: str, taken: Collection[str]) -> str:
    """The name itself, or with the first number that makes it new: `scratch`, `scratch 2`, `scratch 3`."""
    bare = clean_name(wanted)
    number, name = 1, bare
    while name in taken:
        number += 1
        name = f"{bare} {number}"
    return name
