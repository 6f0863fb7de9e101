"""The rules, in the order their complaints are worth reading."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from studytui.course.model import Lesson
from studytui.course.rules.answers import answers_fit_their_kind, predictions_can_be_made
from studytui.course.rules.complaint import Complaint
from studytui.course.rules.ids import ids_are_unique
from studytui.course.rules.numbers import numbers_make_sense
from studytui.course.rules.python import python_compiles

Rule = Callable[[Lesson], Iterator[Complaint]]

RULES: tuple[Rule, ...] = (
    ids_are_unique,
    answers_fit_their_kind,
    predictions_can_be_made,
    numbers_make_sense,
    python_compiles,
)


def complaints(lesson: Lesson) -> Iterator[Complaint]:
    """All that is wrong with a lesson, as far as can be told without running it."""
    for rule in RULES:
        yield from rule(lesson)
