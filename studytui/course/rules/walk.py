"""The steps and questions of a lesson with their paths."""

from __future__ import annotations

from collections.abc import Iterator

from studytui.course.model import AnyStep, Lesson, Quiz
from studytui.course.positions import Path
from studytui.course.questions import Question


def steps(lesson: Lesson) -> Iterator[tuple[Path, AnyStep]]:
    """Every step, in order."""
    for index, step in enumerate(lesson.steps):
        yield ("steps", index), step


def questions(lesson: Lesson) -> Iterator[tuple[Path, Question]]:
    """Every question of every quiz, in order."""
    for path, step in steps(lesson):
        if isinstance(step, Quiz):
            for index, question in enumerate(step.questions):
                yield (*path, "questions", index), question
