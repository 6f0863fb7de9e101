"""How far the learner is: per lesson and per part. Pure: lessons and done steps in, numbers out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from studytui.course.model import Lesson

Done = Mapping[str, frozenset[str]]
NOTHING: frozenset[str] = frozenset()


class LessonProgress(Struct, frozen=True):
    """Steps done of one lesson."""

    lesson: str
    title: str
    part: str
    done: int
    total: int

    @property
    def complete(self) -> bool:
        """Whether every step is done."""
        return self.done == self.total

    @property
    def begun(self) -> bool:
        """Whether some, but not all, steps are done."""
        return 0 < self.done < self.total


class PartProgress(Struct, frozen=True):
    """The lessons of one part, in order."""

    title: str
    lessons: tuple[LessonProgress, ...]

    @property
    def done(self) -> int:
        """Steps done in the part."""
        return sum(lesson.done for lesson in self.lessons)

    @property
    def total(self) -> int:
        """Steps in the part."""
        return sum(lesson.total for lesson in self.lessons)


def lesson_progress(lesson: Lesson, done: Done) -> LessonProgress:
    """Steps done that the lesson still has; steps removed from it do not count."""
    steps = [step.id for step in lesson.steps]
    finished = sum(step in done.get(lesson.id, NOTHING) for step in steps)
    return LessonProgress(lesson.id, lesson.title, lesson.part, finished, len(steps))


def part_progress(lessons: Sequence[Lesson], done: Done) -> tuple[PartProgress, ...]:
    """All parts, in the order in which they first appear."""
    parts: dict[str, list[LessonProgress]] = {}
    for lesson in lessons:
        parts.setdefault(lesson.part, []).append(lesson_progress(lesson, done))
    return tuple(PartProgress(title, tuple(members)) for title, members in parts.items())
