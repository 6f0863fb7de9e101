"""Rounds of questions to ask: one for each way of practising."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from studytui.course.model import Lesson
from studytui.study.decks.due_review import due_count, due_review
from studytui.study.decks.known import Known, look

if TYPE_CHECKING:
    from studytui.study.schedule.deck import CardSource
    from studytui.study.store import Store
    from studytui.tui.screens.quiz.session import Asked, Round

SITTING = 12.0
"""Hours for which an unfinished round is resumed; a day later other cards are due."""


def cards_due(lessons: Iterable[Lesson], store: Store) -> int:
    """How many cards of these lessons are due now."""
    begun = {card.partition("/")[0] for card in store.cards()}  # the library asks before its first paint
    return due_count(look([lesson for lesson in lessons if lesson.id in begun], store))


def asked_from(source: CardSource) -> Asked:
    """The question of a card, as a round asks it."""
    from studytui.tui.screens.quiz.session import Asked

    return Asked(source.lesson.id, source.lesson.title, source.question, source.lesson.part)


def due_round(known: Known) -> Round:
    """The cards due now, most forgotten first, and the day's new ones."""
    return _round(due_review(known), "due", "due review")


def mixed_round(known: Known) -> Round:
    """Questions of the weakest lessons in turn."""
    from studytui.study.decks.mixed_practice import mixed_practice

    return _round(mixed_practice(known), "mixed", "mixed practice")


def claims_round(known: Known) -> Round:
    """Claims that survive execution, or do not."""
    from studytui.study.decks.trust_but_verify import trust_but_verify

    found = trust_but_verify(known, _seed(known.now))
    asks = "**Does this claim survive execution?**"
    return _round(found, "claims", "trust but verify", proves=True, asks=asks)


def exam_round(known: Known, parts: Collection[str] = ()) -> Round:
    """A timed exam over parts of the course; none given: over all."""
    from studytui.study.decks.mock_exam import mock_exam

    exam = mock_exam(known, parts, _seed(known.now))
    return _round(exam.sources, "exam", "mock exam", limit=exam.seconds, told=False)


def lesson_round(lesson: Lesson) -> Round:
    """All questions of a lesson, in order."""
    from studytui.study.decks.lesson_quiz import lesson_quiz
    from studytui.tui.screens.quiz.manner import Manner
    from studytui.tui.screens.quiz.session import Round

    return Round(tuple(map(asked_from, lesson_quiz(lesson))), Manner(lesson.id))


def _round(
    sources: Iterable[CardSource],
    name: str,
    title: str,
    *,
    limit: float = 0.0,
    told: bool = True,
    proves: bool = False,
    asks: str = "",
) -> Round:
    from studytui.tui.screens.quiz.manner import Manner
    from studytui.tui.screens.quiz.session import Round

    manner = Manner(name, title, limit, told, proves, asks, SITTING)
    return Round(tuple(map(asked_from, sources)), manner)


def _seed(now: datetime) -> str:
    return now.isoformat()
