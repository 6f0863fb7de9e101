"""Verify code to complete: what is given fails, what is held to be right passes."""

from __future__ import annotations

from studytui.course.model import Exercise
from studytui.course.positions import Path
from studytui.course.questions import Bug
from studytui.course.rules.complaint import Complaint
from studytui.runner.runner import Runner
from studytui.study.grading.answers import Coded
from studytui.study.verify.graded import WrongAnswer, verify_graded
from studytui.study.verify.hints import telling_hints


async def verify_exercise(runner: Runner, path: Path, step: Exercise) -> list[Complaint]:
    """The starter fails, the solution passes, and the hints leave something to do."""
    found = await _verify(runner, path, step, (*path, "starter"), step.starter)
    return [*found, *telling_hints(path, step.hints, step.starter, step.solution)]


async def verify_bug(runner: Runner, path: Path, question: Bug) -> list[Complaint]:
    """The broken code fails, the solution passes, and the hints leave something to do."""
    found = await _verify(runner, path, question, (*path, "code"), question.code)
    return [*found, *telling_hints(path, question.hints, question.code, question.solution)]


async def _verify(
    runner: Runner, path: Path, question: Exercise | Bug, given: Path, broken: str
) -> list[Complaint]:
    wrong = WrongAnswer(given, Coded(broken), "passes as it stands: expected it to fail the checks")
    return await verify_graded(runner, path, question, (*path, "solution"), wrong)
