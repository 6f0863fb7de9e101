"""Markdown taken apart into words, formulas and code: for plain text and for other programs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

Kind = Literal["words", "formula", "code", "block"]

PART = re.compile(
    r"(?P<block>```.*?```)|(?P<code>`[^`\n]*`)|\$\$(?P<display>.+?)\$\$"
    r"|\$(?=\S)(?P<formula>[^$\n]+?)(?<=\S)\$(?!\d)",
    re.DOTALL,
)
BOLD = re.compile(r"\*\*(.+?)\*\*", re.DOTALL)


def pieces(markdown: str) -> Iterator[tuple[Kind, str]]:
    """The text in order, each piece with its kind and without its marks."""
    text, end = markdown.strip(), 0
    for found in PART.finditer(text):
        if found.start() > end:
            yield "words", _words(text[end : found.start()])
        yield _piece(found)
        end = found.end()
    if end < len(text):
        yield "words", _words(text[end:])


def _piece(found: re.Match[str]) -> tuple[Kind, str]:
    if found["block"]:
        return "block", "\n".join(found["block"].splitlines()[1:-1])
    if found["code"]:
        return "code", found["code"].strip("`")
    return "formula", found["display"] or found["formula"]


def _words(text: str) -> str:
    return BOLD.sub(r"\1", text)
