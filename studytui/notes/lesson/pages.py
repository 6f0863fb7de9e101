"""Text in pages that fit a screen of 80×24."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.cells import cell_len

from studytui.notes.lesson.paragraphs import ITEM, paragraphs

WIDTH = 70
ROWS = 15
"""Rows of text on a page, its title aside."""
FEW = 6
"""Rows that fit above an editor."""
MOST_WORDS = 380


def rows(part: str) -> int:
    """Screen rows a paragraph takes, the blank one below it not counted."""
    return sum(max(1, -(-cell_len(line) // WIDTH)) for line in part.split("\n"))


def pages(text: str) -> list[str]:
    """The text cut into pages, each as full as whole paragraphs allow."""
    found: list[str] = []
    kept: list[str] = []
    for part in paragraphs(text):
        if kept and not _fits((*kept, part)):
            found.append(_joined(kept))
            kept = []
        kept.append(part)
    return [*found, _joined(kept)] if kept else found


def is_short(text: str) -> bool:
    """Whether it can stand above an editor."""
    parts = paragraphs(text)
    return sum(map(rows, parts)) + len(parts) - 1 <= FEW


def _fits(parts: Iterable[str]) -> bool:
    text = _joined(parts)
    return sum(map(rows, text.split("\n"))) <= ROWS and len(text.split()) <= MOST_WORDS


def _joined(parts: Iterable[str]) -> str:
    """Items of one list stay one list."""
    return "".join(_with_gaps(parts)).strip("\n")


def _with_gaps(parts: Iterable[str]) -> Iterator[str]:
    before = ""
    for part in parts:
        if before:
            tight = ITEM.match(before) and (ITEM.match(part) or part.startswith(" "))
            yield "\n" if tight else "\n\n"
        yield part
        before = part
