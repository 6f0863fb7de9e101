"""Verify blanks and lines: the lesson's own arrangement passes, another fails."""

from __future__ import annotations

from studytui.course.blanks import fill_in
from studytui.course.positions import Path
from studytui.course.questions import Fill, Order
from studytui.course.rules.complaint import Complaint
from studytui.runner.runner import Runner
from studytui.study.grading.answers import Filled, Ordered
from studytui.study.grading.grade import grade
from studytui.study.verify.exercises import must_pass
from studytui.study.verify.hints import telling_hints


async def verify_fill(runner: Runner, path: Path, question: Fill) -> list[Complaint]:
    """The answers pass, open blanks do not."""
    found = await must_pass(runner, question, Filled(question.answers), (*path, "answers"), "the filled code")
    if not found and (await grade(question, Filled(()), runner)).right:
        found.append(
            Complaint((*path, "code"), "passes with its blanks open: expected it to fail the checks")
        )
    solution = fill_in(question.code, question.answers)
    return [*found, *telling_hints(path, question.hints, question.code, solution)]


async def verify_order(runner: Runner, path: Path, question: Order) -> list[Complaint]:
    """The order of the lesson passes, the opposite one does not."""
    order = tuple(range(len(question.lines)))
    found = await must_pass(runner, question, Ordered(order), (*path, "lines"), "the right order")
    if not found and (await grade(question, Ordered(order[::-1]), runner)).right:
        found.append(
            Complaint((*path, "lines"), "pass in the opposite order too: expected the order to matter")
        )
    return found
