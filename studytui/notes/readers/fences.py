"""Where code stands in Markdown: fences at any depth of lists and quotes, found by the Markdown parser."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from markdown_it import MarkdownIt
from markdown_it.token import Token

from studytui.notes.document import Code

QUOTES = re.compile(r"(?: {0,3}>)+")


class Fence(NamedTuple):
    """A fence: the lines it takes, its markers included, counted from 0 and up to `end`."""

    begin: int
    end: int
    code: Code


def parser() -> MarkdownIt:
    """Markdown with tables; indented text is text, since notes indent what belongs together."""
    return MarkdownIt("commonmark").enable("table").disable("code")


def fences(tokens: Sequence[Token], lines: Sequence[str]) -> Iterator[Fence]:
    """Every fence, in order."""
    quotes = 0
    for token in tokens:
        quotes += {"blockquote_open": 1, "blockquote_close": -1}.get(token.type, 0)
        if token.type == "fence" and token.map is not None:
            yield _fence(token, quotes, lines)


def _fence(token: Token, quotes: int, lines: Sequence[str]) -> Fence:
    begin, end = (token.map or [0, 0])[:2]
    closed = end - begin > 1 and token.markup in lines[end - 1]
    last = end - 1 if closed else end
    text = _quoted(lines[begin + 1 : last], quotes) if quotes else token.content
    words = token.info.split()
    language = words[0].lower().strip("{}.,") if words else ""
    code = Code(text.strip("\n"), language, begin + 2, max(last, begin + 1), closed)
    return Fence(begin, end, code)


def _quoted(lines: Sequence[str], quotes: int) -> str:
    """The parser turns tabs behind a quote mark into blanks, which would mix the two: taken from the file."""
    return textwrap.dedent("\n".join(unquoted(line, quotes) for line in lines))


def unquoted(line: str, quotes: int) -> str:
    """The line without its first quote marks, at most so many; a `>` that belongs to the code stays."""
    for _ in range(quotes):
        bare = line.lstrip(" ")
        if not bare.startswith(">"):
            break
        line = bare[1:]
    return line


def depth(line: str) -> int:
    """How many quote marks the line begins with."""
    found = QUOTES.match(line)
    return found.group().count(">") if found else 0
