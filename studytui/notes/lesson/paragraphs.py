"""Markdown cut where it may be cut: between paragraphs, items of a list, fences and formulas."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

FENCE = re.compile(r"^\s*(`{3,}|~{3,})")
ITEM = re.compile(r"^(?:[-*+]|\d+[.)])\s")
WORDS = 300
"""A paragraph of more words is cut within: no text of a lesson may have more than 400."""


def paragraphs(text: str) -> list[str]:
    """The parts of a text, in order; joined by blank lines they say the same."""
    found = (part for block in _blocks(text) for part in _shorter(block))
    return [part for part in found if part.strip()]


def _blocks(text: str) -> Iterator[str]:
    """Split at blank lines outside fences and formulas, and before items at the left edge."""
    kept: list[str] = []
    closing = ""
    for line in text.split("\n"):
        fence = FENCE.match(line)
        dollars = line.count("$$") % 2 == 1
        if closing:
            kept.append(line)
            if (closing == "$$" and dollars) or (fence and line.strip() == closing):
                closing = ""
            continue
        if not line.strip() or (ITEM.match(line) and kept):
            yield "\n".join(kept)
            kept = []
        if line.strip():
            kept.append(line)
        closing = fence.group(1) if fence else "$$" if dollars else ""
    yield "\n".join(kept)


def _shorter(block: str) -> Iterator[str]:
    if len(block.split()) <= WORDS:
        yield block
        return
    fence = FENCE.match(block)
    lines = block.split("\n")
    if fence:
        inner = lines[1:-1] if lines[-1].strip() == fence.group(1) else lines[1:]
        for part in _by_words(inner):
            yield "\n".join((lines[0], *part, fence.group(1)))
    else:
        wrapped = [piece for line in lines for piece in _wrapped(line)]
        for part in _by_words(wrapped):
            yield "\n".join(part)


def _by_words(lines: list[str]) -> Iterator[list[str]]:
    """Lines in groups of at most so many words."""
    total = 0
    numbered: list[tuple[int, str]] = []
    for line in lines:
        count = len(line.split())
        if total % WORDS + count > WORDS:
            total += WORDS - total % WORDS
        numbered.append((total // WORDS, line))
        total += count
    for _, group in groupby(numbered, key=lambda pair: pair[0]):
        yield [line for _, line in group]


def _wrapped(line: str) -> Iterator[str]:
    words = line.split()
    if len(words) <= WORDS:
        yield line
        return
    for begin in range(0, len(words), WORDS // 2):
        yield " ".join(words[begin : begin + WORDS // 2])
