"""Verify blanks and lines: the lesson's own arrangement passes, another fails."""

from __future__ import annotations

from studytui.course.blanks import fill_in
from studytui.course.positions import Path
from studytui.course.questions import Fill, Order
from studytui.course.rules.complaint import Complaint
from studytui.runner.runner import Runner
from studytui.study.grading.answers import Filled, Ordered
from studytui.study.verify.graded import WrongAnswer, verify_graded
from studytui.study.verify.hints import telling_hints


async def verify_fill(runner: Runner, path: Path, question: Fill) -> list[Complaint]:
    """The answers pass, open blanks do not."""
    words = "passes with its blanks open: expected it to fail the checks"
    wrong = WrongAnswer((*path, "code"), Filled(()), words)
    found = await verify_graded(runner, path, question, (*path, "answers"), wrong)
    solution = fill_in(question.code, question.answers)
    return [*found, *telling_hints(path, question.hints, question.code, solution)]


async def verify_order(runner: Runner, path: Path, question: Order) -> list[Complaint]:
    """The order of the lesson passes, the opposite one does not."""
    opposite = Ordered(tuple(range(len(question.lines)))[::-1])
    words = "pass in the opposite order too: expected the order to matter"
    wrong = WrongAnswer((*path, "lines"), opposite, words)
    return await verify_graded(runner, path, question, (*path, "lines"), wrong)
