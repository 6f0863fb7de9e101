"""Verify a lesson: run all of it, and read what cannot be run."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from studytui.course.loading import LoadedLesson
from studytui.course.model import Quiz
from studytui.course.neighbours import Neighbours, complaints_among
from studytui.course.rules.complaint import Complaint
from studytui.course.rules.walk import questions, steps
from studytui.runner.runner import Runner
from studytui.study.verify.filled import verify_filled
from studytui.study.verify.finding import Finding, located
from studytui.study.verify.questions import verify_question
from studytui.study.verify.reading import verify_reading
from studytui.study.verify.steps import verify_step

Progress = Callable[[int, int], None]
"""Told how many parts are done, and of how many."""


async def verify_lesson(
    runner: Runner,
    loaded: LoadedLesson,
    progress: Progress | None = None,
    around: Neighbours | None = None,
) -> tuple[Finding, ...]:
    """Everything in the lesson that does not hold, in the order of the file; empty when all does.

    Runs each snippet, refutation, picture, exercise and question in fresh processes, one after the other.
    With `around`, what it says of other lessons is looked up too.
    Raises RunnerUnavailable when nothing can be run.
    """
    findings: list[Finding] = []
    total = len(loaded.lesson.steps) + sum(1 for _ in questions(loaded.lesson))
    count = 0

    def keep(complaints: Iterable[Complaint], step_id: str) -> None:
        findings.extend(located(complaint, step_id, loaded) for complaint in complaints)

    def done() -> None:
        nonlocal count
        count += 1
        if progress is not None:
            progress(count, total)

    keep(verify_filled(loaded.lesson), loaded.lesson.id)
    if around is not None:
        keep(complaints_among(loaded.lesson, around), loaded.lesson.id)
    for path, step in steps(loaded.lesson):
        keep(await verify_step(runner, path, step), step.id)
        if not isinstance(step, Quiz):
            keep(verify_reading(path, step, any_width=bool(loaded.lesson.notes)), step.id)
        done()
    for path, question in questions(loaded.lesson):
        step_id = f"{loaded.lesson.steps[int(path[1])].id}/{question.id}"
        keep(await verify_question(runner, path, question), step_id)
        keep(verify_reading(path, question), step_id)
        done()
    return tuple(sorted(findings))
