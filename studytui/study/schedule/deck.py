"""Which questions there are to review: every quiz question and every exercise of the lessons is a card."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from studytui.course.model import Exercise, Lesson, Quiz
from studytui.course.questions import Question
from studytui.study.schedule.card import card_id


class CardSource(Struct, frozen=True):
    """Where a card comes from."""

    card: str
    lesson: Lesson
    step: str
    """Id of the quiz or exercise step."""
    question: Question | Exercise


def deck(lessons: Iterable[Lesson]) -> dict[str, CardSource]:
    """Card id -> source, in the order of the lessons."""
    sources = [source for lesson in lessons for source in _of_lesson(lesson)]
    return {source.card: source for source in sources}


def _of_lesson(lesson: Lesson) -> list[CardSource]:
    found: list[CardSource] = []
    for step in lesson.steps:
        if isinstance(step, Quiz):
            found += [CardSource(card_id(lesson.id, q.id), lesson, step.id, q) for q in step.questions]
        elif isinstance(step, Exercise):
            found.append(CardSource(card_id(lesson.id, step.id), lesson, step.id, step))
    return found
