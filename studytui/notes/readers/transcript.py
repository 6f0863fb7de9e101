"""A conversation: each question a heading with its own words, each answer below it."""

from __future__ import annotations

from collections.abc import Iterator

from studytui.notes.detect import ASKER, SPEAKER
from studytui.notes.document import Heading, Piece, Prose
from studytui.notes.readers.markdown import merged, pieces

LEVEL = 2
"""Of a question; the answer's own headings go below."""
LONGEST = 72
"""Characters of a question that fit a title."""


def read_transcript(text: str) -> tuple[Piece, ...]:
    """The pieces of a conversation; who speaks is told by the lines that say only that."""
    result: list[Piece] = []
    asked: list[Piece] | None = None
    for piece in merged(_cut(text)):
        if isinstance(piece, Heading) and SPEAKER.match(piece.text):
            result += _question(asked or [])
            asked = [] if ASKER.search(piece.text) else None
        elif asked is not None:
            asked.append(piece)
        else:
            result.append(_below(piece))
    return (*result, *_question(asked or []))


def _cut(text: str) -> Iterator[Piece]:
    """Lines that only name a speaker are headings, however they are written."""
    for piece in pieces(text):
        if isinstance(piece, Prose) and SPEAKER.match(piece.text.strip()):
            yield Heading(piece.text.strip(), LEVEL, piece.line)
        else:
            yield piece


def _question(asked: list[Piece]) -> list[Piece]:
    """A title from the question, then the question in full when the title is not all of it."""
    if not asked:
        return []
    first = asked[0]
    lines = [line for line in first.text.split("\n") if line.strip()] if isinstance(first, Prose) else []
    title = next((line for line in lines if "?" in line), lines[0] if lines else "A question")
    short = " ".join(title.split())
    whole = len(lines) == 1 and len(asked) == 1 and len(short) <= LONGEST
    short = short if len(short) <= LONGEST else f"{short[: LONGEST - 1]}…"
    return [Heading(short, LEVEL, first.line, asks=True), *([] if whole else asked)]


def _below(piece: Piece) -> Piece:
    if isinstance(piece, Heading) and piece.level > 1:
        return Heading(piece.text, max(piece.level, LEVEL + 1), piece.line)
    return piece
