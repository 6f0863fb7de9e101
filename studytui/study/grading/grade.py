"""Grade any question, whatever its kind."""

from __future__ import annotations

from studytui.course.model import Exercise
from studytui.course.questions import Bug, Fill, Order, Question
from studytui.study.grading.answers import AnyAnswer
from studytui.study.grading.by_running import grade_by_running
from studytui.study.grading.evidence import Runs
from studytui.study.grading.plain import grade_plain
from studytui.study.grading.verdict import Verdict


async def grade(question: Question | Exercise, answer: AnyAnswer, runner: Runs | None) -> Verdict:
    """Judge an answer; only bug, fill, order and exercises need the runner.

    Raises TypeError when the form of the answer is not the question's, GradingError when the lesson's own
    solution fails, RunnerUnavailable when code must be run and cannot.
    """
    if isinstance(question, (Bug, Fill, Order, Exercise)):
        if runner is None:
            raise TypeError(f"a {type(question).__name__} question is graded by running: it needs a runner")
        return await grade_by_running(question, answer, runner)
    return grade_plain(question, answer)
