"""Timed mock exam: questions drawn over chosen parts, a time limit, and a report part by part."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from itertools import chain, zip_longest
from random import Random

from msgspec import Struct

from studytui.course.model import Exercise
from studytui.course.questions import Bug, Fill, Order
from studytui.study.decks.known import Known
from studytui.study.schedule.deck import TAUGHT, CardSource

COUNT = 20
SECONDS = 45.0
"""For a question answered by picking or typing."""
CODE_SECONDS = 150.0
"""For a question answered with code."""


class Exam(Struct, frozen=True):
    """The questions of an exam."""

    parts: tuple[str, ...]
    sources: tuple[CardSource, ...]
    seconds: float
    """Time given for all of it."""


class PartResult(Struct, frozen=True):
    """How one part went."""

    part: str
    right: int
    asked: int
    missed: tuple[CardSource, ...]
    """Answered wrong, or not reached."""


class ExamReport(Struct, frozen=True):
    """How an exam went."""

    parts: tuple[PartResult, ...]

    @property
    def right(self) -> int:
        """Questions answered right."""
        return sum(part.right for part in self.parts)

    @property
    def asked(self) -> int:
        """Questions of the exam."""
        return sum(part.asked for part in self.parts)

    @property
    def lessons(self) -> tuple[str, ...]:
        """Ids of the lessons to read again, most missed first."""
        missed = [source.lesson.id for part in self.parts for source in part.missed]
        return tuple(sorted(dict.fromkeys(missed), key=lambda lesson: -missed.count(lesson)))


def mock_exam(known: Known, parts: Collection[str], seed: str, count: int = COUNT) -> Exam:
    """Draw `count` questions evenly over the parts (titles; empty: all), at random, the same for a seed."""
    piles: dict[str, list[CardSource]] = {}
    for source in known.sources.values():
        if source.origin in TAUGHT and (not parts or source.lesson.part in parts):
            piles.setdefault(source.lesson.part, []).append(source)
    chance = Random(seed)
    for pile in piles.values():
        chance.shuffle(pile)
    drawn = [source for source in chain.from_iterable(zip_longest(*piles.values())) if source is not None]
    asked = tuple(sorted(drawn[:count], key=list(known.sources.values()).index))
    return Exam(tuple(piles), asked, sum(map(_seconds, asked)))


def report(exam: Exam, right: Mapping[str, bool]) -> ExamReport:
    """The report. `right`: of each card answered, whether it was right; one not reached counts as wrong."""
    return ExamReport(tuple(_part(part, exam.sources, right) for part in exam.parts))


def _part(part: str, sources: Sequence[CardSource], right: Mapping[str, bool]) -> PartResult:
    members = [source for source in sources if source.lesson.part == part]
    missed = tuple(source for source in members if not right.get(source.card, False))
    return PartResult(part, len(members) - len(missed), len(members), missed)


def _seconds(source: CardSource) -> float:
    return CODE_SECONDS if isinstance(source.question, Bug | Fill | Order | Exercise) else SECONDS
