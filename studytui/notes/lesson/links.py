"""Links of notes to other pages of theirs: a lesson has no such pages, so only the words stay."""

from __future__ import annotations

import re

CODE = re.compile(r"```.*?```|`[^`\n]*`|\$\$.*?\$\$|\$[^$\n]*\$", re.DOTALL)
LOCAL = re.compile(
    r"(?P<picture>!?)\[(?P<words>[^\]\n]*)\]\((?!https?://)(?P<target>[^)\s]*)(?:\s+\"[^\"\n]*\")?\)"
)


def without_local_links(text: str) -> str:
    """`[Momentum](other.md#it)` as `Momentum (other.md#it)`; links to the web stay."""
    parts: list[str] = []
    at = 0
    for code in CODE.finditer(text):
        parts += [LOCAL.sub(_words, text[at : code.start()]), code.group()]
        at = code.end()
    return "".join((*parts, LOCAL.sub(_words, text[at:])))


def _words(found: re.Match[str]) -> str:
    words = " ".join((found["words"], f"({found['target']})" if found["target"] else "")).strip()
    return f"picture: {words}" if found["picture"] else words
