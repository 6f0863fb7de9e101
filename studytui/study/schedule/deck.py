"""What can be a card: quiz questions, exercises, predictions that were wrong, and claims to be judged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum

from msgspec import Struct

from studytui.course.model import Exercise, Lesson, Quiz, Snippet, Wrong
from studytui.course.questions import Question
from studytui.study.schedule.asked import from_claim, from_options, from_prediction
from studytui.study.schedule.card import card_id


class Origin(StrEnum):
    """What of a lesson a card was made from."""

    QUESTION = "question"
    EXERCISE = "exercise"
    PREDICTION = "prediction"
    """Becomes a card when the prediction was wrong."""
    CLAIM = "claim"
    """Becomes a card when it was asked in "trust but verify"."""


TAUGHT = frozenset({Origin.QUESTION, Origin.EXERCISE})
"""What every learner of a lesson is asked."""


class CardSource(Struct, frozen=True):
    """Where a card comes from."""

    card: str
    lesson: Lesson
    step: str
    """Id of the step."""
    question: Question | Exercise
    """What is asked; of a prediction or claim, made from its step."""
    origin: Origin = Origin.QUESTION


def deck(lessons: Iterable[Lesson]) -> dict[str, CardSource]:
    """Card id -> source, in the order of the lessons."""
    return {source.card: source for lesson in lessons for source in _of_lesson(lesson)}


def _of_lesson(lesson: Lesson) -> Iterator[CardSource]:
    for step in lesson.steps:
        if isinstance(step, Quiz):
            for question in step.questions:
                yield _source(lesson, step.id, question, Origin.QUESTION)
                for claim in from_options(question):
                    yield _source(lesson, step.id, claim, Origin.CLAIM)
        elif isinstance(step, Exercise):
            yield _source(lesson, step.id, step, Origin.EXERCISE)
        elif isinstance(step, Snippet) and step.predict:
            yield _source(lesson, step.id, from_prediction(step, step.predict), Origin.PREDICTION)
        elif isinstance(step, Wrong):
            yield _source(lesson, step.id, from_claim(step), Origin.CLAIM)


def _source(lesson: Lesson, step: str, question: Question | Exercise, origin: Origin) -> CardSource:
    return CardSource(card_id(lesson.id, question.id), lesson, step, question, origin)
