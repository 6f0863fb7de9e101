"""Rounds of questions to ask: the cards that are due, or a whole lesson's."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from studytui.course.model import Exercise, Lesson, Quiz
from studytui.study.schedule.deck import deck
from studytui.study.schedule.queue import count_due, due, known_cards

if TYPE_CHECKING:
    from studytui.study.store import Store
    from studytui.tui.screens.quiz.session import Round


def cards_due(lessons: Iterable[Lesson], store: Store) -> int:
    """How many cards of these lessons are due now."""
    return count_due(known_cards(store.cards().values(), deck(lessons)), datetime.now(UTC))


def due_round(lessons: Iterable[Lesson], store: Store) -> Round:
    """The questions due now, most forgotten first; exercises are repeated in their lessons instead."""
    from studytui.tui.screens.quiz.session import Asked, Round

    sources = deck(lessons)
    ready = due(known_cards(store.cards().values(), sources), datetime.now(UTC))
    found = [sources[card.card] for card in ready]
    return Round(
        tuple(
            Asked(source.lesson.id, source.lesson.title, source.question)
            for source in found
            if not isinstance(source.question, Exercise)
        )
    )


def lesson_round(lesson: Lesson) -> Round:
    """All questions of a lesson, in order."""
    from studytui.tui.screens.quiz.session import Asked, Round

    steps = [step for step in lesson.steps if isinstance(step, Quiz)]
    return Round(
        tuple(Asked(lesson.id, lesson.title, question) for step in steps for question in step.questions)
    )
