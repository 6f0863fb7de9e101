"""Wrong claims the course knows: found by the patterns of the ledger, with the lesson that refutes them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from msgspec import Struct

from studytui.course.ledger import Entry, Ledger
from studytui.notes.document import Code, Document, Heading


class Known(Struct, frozen=True):
    """A claim of the ledger that the notes make."""

    line: int
    text: str
    """The words of the notes."""
    id: str
    """In the ledger."""
    statement: str
    """The claim as the ledger has it: wrong."""
    lesson: str
    """The lesson that runs it and shows it fail."""


def known_claims(document: Document, ledger: Ledger) -> tuple[Known, ...]:
    """Each claim where it is met first, in the order of the notes."""
    found = {}
    for line, text in _lines(document):
        for entry in ledger:
            if entry.id not in found and (met := _met(entry.met, text)):
                found[entry.id] = _known(entry, line, met)
    return tuple(sorted(found.values(), key=lambda known: known.line))


def _known(entry: Entry, line: int, text: str) -> Known:
    return Known(line, " ".join(text.split()), entry.id, entry.statement, entry.lesson)


def _met(patterns: Sequence[str], text: str) -> str:
    matches = (_compiled(pattern).search(text) for pattern in patterns)
    return next((text for match in matches if match), "")


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def _lines(document: Document) -> Iterator[tuple[int, str]]:
    """Every line with its number; a heading has one."""
    for piece in document.pieces:
        lines = [piece.text] if isinstance(piece, Heading) else piece.text.split("\n")
        cells = isinstance(piece, Code) and piece.last == piece.line and len(lines) > 1
        for offset, text in enumerate(lines):
            yield piece.line if cells else piece.line + offset, text
