"""Ids are the learner's progress: each names one thing."""

from __future__ import annotations

from collections.abc import Iterator

from studytui.course.model import Lesson
from studytui.course.positions import Path
from studytui.course.rules.complaint import Complaint
from studytui.course.rules.walk import questions, steps


def ids_are_unique(lesson: Lesson) -> Iterator[Complaint]:
    """No two steps, and no two questions of a lesson, share an id."""
    yield from _repeated("step", [(path, step.id) for path, step in steps(lesson)])
    yield from _repeated("question", [(path, question.id) for path, question in questions(lesson)])


def _repeated(what: str, named: list[tuple[Path, str]]) -> Iterator[Complaint]:
    seen: set[str] = set()
    for path, name in named:
        if name in seen:
            yield Complaint((*path, "id"), f"{what} id `{name}` a second time, expected one of its own")
        seen.add(name)
