"""Lesson quiz: all questions of one lesson, in order."""

from __future__ import annotations

from studytui.course.model import Lesson
from studytui.study.schedule.deck import CardSource, Origin, deck


def lesson_quiz(lesson: Lesson, step: str = "") -> tuple[CardSource, ...]:
    """The questions of a lesson, or of one of its quiz steps; suspended ones too, as they are asked for."""
    found = (source for source in deck([lesson]).values() if source.origin is Origin.QUESTION)
    return tuple(source for source in found if step in ("", source.step))
