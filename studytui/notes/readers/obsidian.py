"""Obsidian: callouts become headings with what stands in them, wiki links become their words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from studytui.notes.document import Heading, Piece, Prose
from studytui.notes.readers.fences import depth, unquoted
from studytui.notes.readers.markdown import merged, pieces

CALLOUT = re.compile(r"\s*\[!(?P<kind>[\w-]+)\][-+]?[ \t]*(?P<title>.*)")
BLOCK_ID = re.compile(r"(?:^|\s)\^[\w-]+\s*$")
EMBED = re.compile(r"!\[\[([^\[\]|\n]+)(?:\|[^\[\]\n]*)?\]\]")
LINK = re.compile(r"\[\[(?:[^\[\]|\n]*\\?\|)?([^\[\]|\n]+)\]\]")
HIGHLIGHT = re.compile(r"==(?=[^\s=])(.+?)(?<=[^\s=])==")
ASKS = frozenset({"question", "help", "faq"})
BELOW = 3
"""Callouts stand below the headings of the page: at this level and deeper."""


def read_obsidian(text: str) -> tuple[Piece, ...]:
    """The pieces of an Obsidian page."""
    return merged(_pieces(text))


def _pieces(text: str) -> Iterator[Piece]:
    page = 0
    inside = 0
    for piece in pieces(text):
        if isinstance(piece, Heading):
            page, inside = piece.level, 0
            yield Heading(plain(piece.text), piece.level, piece.line)
        elif isinstance(piece, Prose):
            quotes = depth(piece.text)
            title = CALLOUT.match(unquoted(piece.text, quotes)) if quotes else None
            inside = max(inside, quotes) if title else min(inside, quotes)
            yield (
                _callout(title, max(page + 1, BELOW) + quotes - 1, piece.line)
                if title
                else _line(piece, inside)
            )
        else:
            yield piece


def _callout(found: re.Match[str], level: int, line: int) -> Heading:
    kind = found["kind"].lower()
    return Heading(plain(found["title"].strip()) or kind, level, line, asks=kind in ASKS)


def _line(piece: Prose, inside: int) -> Prose:
    """A line of a callout without its marks; quotes that are quotes keep theirs."""
    text = unquoted(piece.text, inside)
    text = text.removeprefix(" ") if inside and not text.startswith("  ") else text
    return Prose(plain(BLOCK_ID.sub("", text)), piece.line)


def plain(text: str) -> str:
    """Links, embedded files and highlights as ordinary Markdown."""
    text = EMBED.sub(r"(embedded: \1)", text)
    return HIGHLIGHT.sub(r"**\1**", LINK.sub(r"\1", text))
