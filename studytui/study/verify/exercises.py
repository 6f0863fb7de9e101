"""Verify code to complete: what is given fails, what is held to be right passes."""

from __future__ import annotations

from studytui.course.model import Exercise
from studytui.course.positions import Path
from studytui.course.questions import Bug
from studytui.course.rules.complaint import Complaint
from studytui.runner.runner import Runner
from studytui.study.grading.answers import AnyAnswer, Coded
from studytui.study.grading.grade import grade
from studytui.study.grading.program import RunQuestion
from studytui.study.grading.verdict import GradingError, Verdict
from studytui.study.verify.hints import telling_hints


async def verify_exercise(runner: Runner, path: Path, step: Exercise) -> list[Complaint]:
    """The starter fails, the solution passes, and the hints leave something to do."""
    found = await verify_code(runner, step, (*path, "starter"), step.starter, (*path, "solution"))
    return [*found, *telling_hints(path, step.hints, step.starter, step.solution)]


async def verify_bug(runner: Runner, path: Path, question: Bug) -> list[Complaint]:
    """The broken code fails, the solution passes, and the hints leave something to do."""
    found = await verify_code(runner, question, (*path, "code"), question.code, (*path, "solution"))
    return [*found, *telling_hints(path, question.hints, question.code, question.solution)]


async def verify_code(
    runner: Runner, question: Exercise | Bug, given: Path, broken: str, solved: Path
) -> list[Complaint]:
    """Grade both as a learner's answer would be."""
    found = await must_pass(runner, question, Coded(question.solution), solved, "the solution")
    if not found and (await grade(question, Coded(broken), runner)).right:
        found.append(Complaint(given, "passes as it stands: expected it to fail the checks"))
    return found


async def must_pass(
    runner: Runner, question: RunQuestion, answer: AnyAnswer, path: Path, what: str
) -> list[Complaint]:
    """A complaint when an answer that is right is not taken for right."""
    try:
        verdict = await grade(question, answer, runner)
    except GradingError as error:
        return [Complaint(path, str(error).partition(": ")[2])]
    return [] if verdict.right else [Complaint(path, f"{what} does not pass: {_reason(verdict)}")]


def _reason(verdict: Verdict) -> str:
    missed = [f"{check.what}: {check.reason}" for check in verdict.checks if not check.right]
    return "; ".join([verdict.message, *missed])
