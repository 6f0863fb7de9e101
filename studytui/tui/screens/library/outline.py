"""What the library shows, as words: what is next, how far each lesson is, what is broken."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from studytui.course.model import Lesson
from studytui.study.store import Place

Done = Mapping[str, frozenset[str]]
BAR = 5


@dataclass(frozen=True)
class Next:
    """The next thing to do."""

    lesson: Lesson
    step: str
    words: str


def count_done(lesson: Lesson, done: Done) -> int:
    """How many of the lesson's steps are done; ids of steps that no longer exist do not count."""
    return len({step.id for step in lesson.steps} & done.get(lesson.id, frozenset()))


def mark(count: int, total: int) -> str:
    """Glyph and word: `✓ done`, `◐ 3/9`, `· new`."""
    if count >= total:
        return "✓ done"
    return f"◐ {count}/{total}" if count else "· new"


def bar(count: int, total: int) -> str:
    """Mastery as five cells: ▰▰▰▱▱."""
    full = BAR * count // total if total else 0
    return "▰" * full + "▱" * (BAR - full)


def next_up(lessons: Sequence[Lesson], done: Done, place: Place | None) -> Next | None:
    """Resume where the learner left; a finished lesson leads to the first unfinished one."""
    by_id = {lesson.id: lesson for lesson in lessons}
    last = by_id.get(place.lesson) if place is not None else None
    if last is not None and place is not None and count_done(last, done) < len(last.steps):
        number = _number(last, place.step)
        return Next(last, place.step, f"Resume {last.title}, step {number} of {len(last.steps)}")
    for lesson in lessons:
        count = count_done(lesson, done)
        if count < len(lesson.steps):
            verb = "Go on with" if count else "Start with" if last is None else "Next:"
            return Next(lesson, "", f"{verb} {lesson.title}, {lesson.minutes} min")
    return None


def _number(lesson: Lesson, step_id: str) -> int:
    ids = [step.id for step in lesson.steps]
    return ids.index(step_id) + 1 if step_id in ids else 1
