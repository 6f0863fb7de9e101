"""The next thing to do, for the first line of the library."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from studytui.course.model import Lesson
from studytui.study.progress import NOTHING, Done, LessonProgress, lesson_progress


class NextThing(Struct, frozen=True):
    """Where Enter goes, and the words that say so."""

    words: str
    lesson: str = ""
    """Empty: there is no lesson left to do."""
    step: str = ""


def next_thing(
    lessons: Sequence[Lesson], done: Done, last: tuple[str, str] = ("", ""), due: int = 0
) -> NextThing:
    """Resume the lesson of `last` (lesson, step) if unfinished, else one begun, else start the next one.

    `due` is the number of cards due: "Resume Gradients, step 3 of 9 · 4 cards due".
    """
    lesson = _resumable(lessons, done, last[0])
    cards = f"{due} card{'' if due == 1 else 's'} due" if due else ""
    if lesson is None:
        words = "All lessons are done" if lessons else "There are no lessons here"
        return NextThing(_joined(words, cards))
    step = _step(lesson, done, last)
    fresh = not done.get(lesson.id, NOTHING) and lesson.id != last[0]
    total = len(lesson.steps)
    if fresh:
        words = f"Start with “{lesson.title}”, {lesson.minutes} min"
        return NextThing(_joined(words, cards), lesson.id, lesson.steps[step].id)
    words = f"Resume “{lesson.title}”, step {step + 1} of {total}"
    return NextThing(_joined(words, cards), lesson.id, lesson.steps[step].id)


def _resumable(lessons: Sequence[Lesson], done: Done, last: str) -> Lesson | None:
    progress = {lesson.id: lesson_progress(lesson, done) for lesson in lessons}
    unfinished = [lesson for lesson in lessons if not progress[lesson.id].complete]
    here = [lesson for lesson in unfinished if lesson.id == last]
    begun = [lesson for lesson in unfinished if progress[lesson.id].begun]
    ready = [lesson for lesson in unfinished if all(_complete(progress, name) for name in lesson.requires)]
    return next(iter([*here, *begun, *_after(ready, lessons, last), *ready, *unfinished]), None)


def _complete(progress: dict[str, LessonProgress], lesson: str) -> bool:
    # A lesson that is required but not in this library cannot hold anyone up.
    return lesson not in progress or progress[lesson].complete


def _after(ready: list[Lesson], lessons: Sequence[Lesson], last: str) -> list[Lesson]:
    """The ready lessons after the last one: finishing lesson 7 leads to 8, not back to a skipped 2."""
    order = [lesson.id for lesson in lessons]
    start = order.index(last) if last in order else -1
    return [lesson for lesson in ready if order.index(lesson.id) > start]


def _step(lesson: Lesson, done: Done, last: tuple[str, str]) -> int:
    """Index of the step to open: where the learner was, else the first not done."""
    ids = [step.id for step in lesson.steps]
    if last[0] == lesson.id and last[1] in ids:
        return ids.index(last[1])
    finished = done.get(lesson.id, NOTHING)
    return next((place for place, step in enumerate(ids) if step not in finished), 0)


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)
