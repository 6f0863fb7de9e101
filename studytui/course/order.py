"""The order of the course, and whether lessons agree about it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from studytui.course.model import Lesson
from studytui.errors import LessonError

LAST = 1 << 31


def in_course_order(lessons: Iterable[Lesson]) -> tuple[Lesson, ...]:
    """By number, parts kept together; parts stand where their first lesson does."""
    numbered = sorted(lessons, key=lambda lesson: (lesson.number or LAST, lesson.id))
    first = {lesson.part: place for place, lesson in reversed(list(enumerate(numbered)))}
    return tuple(sorted(numbered, key=lambda lesson: first[lesson.part]))


def order_problems(
    lessons: Iterable[Lesson], files: Mapping[str, Path], known: Iterable[str]
) -> tuple[LessonError, ...]:
    """What lessons require that is not there or comes later, and numbers used twice."""
    places = {lesson.id: place for place, lesson in enumerate(lessons)}
    problems: list[str] = []
    numbers: dict[int, str] = {}
    for lesson in lessons:
        at = f"{files[lesson.id]}:1:1:"
        problems += (f"{at} {words}" for words in _requirements(lesson, places, frozenset(known)))
        if lesson.number and numbers.setdefault(lesson.number, lesson.id) != lesson.id:
            problems.append(f"{at} number {lesson.number} is taken by `{numbers[lesson.number]}`")
    return tuple(LessonError(words) for words in problems)


def _requirements(lesson: Lesson, places: Mapping[str, int], known: frozenset[str]) -> Iterable[str]:
    for name in lesson.requires:
        if name not in known:
            yield f"requires `{name}`, and there is no such lesson"
        elif name in places and places[name] >= places[lesson.id]:
            yield f"requires `{name}`, which comes later in the course"
