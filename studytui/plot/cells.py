"""Text as terminal cells: a wide character takes two, an accent shares one, a control character none."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from rich.cells import get_character_cell_size

_INVISIBLE = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
_JOINING = {"Mn", "Me", "Mc"}


@lru_cache(maxsize=1024)
def cells(text: str) -> tuple[str, ...]:
    """One entry a cell; the second of a wide character is ''. Control and bidi characters are dropped."""
    out: list[str] = []
    for char in text.replace("\t", " ").replace("\n", " "):
        category = unicodedata.category(char)
        if category in _INVISIBLE:
            continue
        size = get_character_cell_size(char)
        if category in _JOINING or size == 0:
            _join(out, char, category, size)
        else:
            out.extend((char, "") if size == 2 else (char,))
    return tuple(out)


def _join(out: list[str], char: str, category: str, size: int) -> None:
    # Variation selectors change the width of what they follow, and only some terminals know it.
    if out and out[-1] and size == 0 and category == "Mn" and not 0xFE00 <= ord(char) <= 0xFE0F:
        out[-1] += char


def cut(text: str, width: int) -> str:
    """The text within `width` cells, ending in … where something was cut off."""
    parts = cells(text)
    if len(parts) <= width:
        return "".join(parts)
    kept = list(parts[: max(0, width - 1)])
    if kept and parts[len(kept)] == "":
        kept[-1] = " "
    return "".join(kept) + "…" * (width > 0)
