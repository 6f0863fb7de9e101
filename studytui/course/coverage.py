"""What the lessons cover of the ledger, by the `sources` they name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from studytui.course.ledger import Entry, Ledger
from studytui.course.library import Library
from studytui.course.model import Lesson, Wrong

CHAPTER = re.compile(r"[A-Z]-L[0-9]{2}")
"""Chapters of the plan that the course grew from: lessons may cite them, the ledger does not list them."""


class UnknownSource(NamedTuple):
    """A source that a lesson names and the ledger does not have."""

    lesson: str
    place: int
    """Its index in `sources`."""
    source: str


@dataclass(frozen=True)
class Coverage:
    """What is missing on either side, in the order of the ledger and of the course."""

    uncovered: tuple[Entry, ...]
    unknown: tuple[UnknownSource, ...]

    @property
    def complete(self) -> bool:
        """Nothing is missing."""
        return not self.uncovered and not self.unknown


def coverage(library: Library, ledger: Ledger) -> Coverage:
    """Hold the lessons against the ledger. Broken lessons cover nothing."""
    cited = {source for lesson in library.lessons for source in lesson.sources}
    refuted = {source for lesson in library.lessons if _refutes(lesson) for source in lesson.sources}
    known = {entry.id for entry in ledger}
    return Coverage(
        uncovered=tuple(entry for entry in ledger if not _covered(entry, cited, refuted)),
        unknown=tuple(
            UnknownSource(lesson.id, place, source)
            for lesson in library.lessons
            for place, source in enumerate(lesson.sources)
            if source not in known and not CHAPTER.fullmatch(source)
        ),
    )


def _covered(entry: Entry, cited: set[str], refuted: set[str]) -> bool:
    """Cited itself; or a claim whose question a lesson answers that runs wrong claims."""
    return entry.id in cited or not refuted.isdisjoint(entry.questions)


def _refutes(lesson: Lesson) -> bool:
    return any(isinstance(step, Wrong) for step in lesson.steps)
