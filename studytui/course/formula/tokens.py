"""LaTeX source as tokens."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

TokenKind = Literal["command", "char", "begin", "end", "sub", "super", "cell", "newline", "space"]

_TOKEN = re.compile(r"(?P<word>\\[A-Za-z]+\*?)|(?P<sign>\\.)|(?P<space>\s+)|(?P<char>.)", re.DOTALL)
_SPECIAL: dict[str, TokenKind] = {"{": "begin", "}": "end", "_": "sub", "^": "super", "&": "cell"}


class Token(NamedTuple):
    """A piece of the source. Of a command, `text` is the name without backslash and star."""

    kind: TokenKind
    text: str
    start: int
    end: int


def tokens(source: str) -> list[Token]:
    """All tokens, white space included; comments run to the end of their line."""
    source = re.sub(r"(?<!\\)%.*", "", source)
    return [_token(match) for match in _TOKEN.finditer(source)]


def _token(match: re.Match[str]) -> Token:
    text, span = match.group(), match.span()
    if match["word"]:
        return Token("command", text[1:].rstrip("*"), *span)
    if match["sign"]:
        name = text[1:] if text[1:].strip() else " "  # a line break after a backslash is a blank, as `\\ ` is
        return Token("newline" if text == r"\\" else "command", name, *span)
    if match["space"]:
        return Token("space", " ", *span)
    return Token(_SPECIAL.get(text, "char"), text, *span)
