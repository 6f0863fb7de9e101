"""Verify what is typed: what the code really gives is graded as right, and the lesson's own answer too."""

from __future__ import annotations

from studytui.course.positions import Path
from studytui.course.questions import Output, ShapeQuestion, Value
from studytui.course.rules.complaint import Complaint
from studytui.runner.outcome import Outcome, collect
from studytui.runner.request import RunRequest
from studytui.runner.runner import Runner
from studytui.study.grading.answers import Typed
from studytui.study.grading.plain import grade_plain
from studytui.study.verify.endings import ends_well, shortened
from studytui.study.verify.expectations import first_difference, same_output
from studytui.study.verify.snippets import said


async def verify_output(runner: Runner, path: Path, question: Output) -> list[Complaint]:
    """The code prints the answer, and an empty answer is wrong."""
    outcome = await collect(runner, RunRequest(code=question.code))
    found = ends_well(outcome, (*path, "code"))
    if not same_output(question.answer, outcome.stdout):
        line, words = first_difference(question.answer, outcome.stdout)
        found.append(Complaint((*path, "answer"), words, line))
    if not outcome.stdout.strip():
        found.append(Complaint((*path, "code"), "prints nothing: expected something to predict"))
    return found


async def verify_shape(runner: Runner, path: Path, question: ShapeQuestion) -> list[Complaint]:
    """`of` has the shape."""
    expression = f"tuple(({question.of.strip()}).shape)"
    outcome = await collect(runner, RunRequest(code=question.code, exports=(expression,)))
    return _typed(path, question, outcome, expression)


async def verify_value(runner: Runner, path: Path, question: Value) -> list[Complaint]:
    """`of` has the value, within the tolerances the learner is given."""
    expression = f"float(({question.of.strip()}))"
    outcome = await collect(runner, RunRequest(code=question.code, exports=(expression,)))
    return _typed(path, question, outcome, expression)


def _typed(path: Path, question: ShapeQuestion | Value, outcome: Outcome, expression: str) -> list[Complaint]:
    found = ends_well(outcome, (*path, "code"))
    came = said(outcome, expression)
    if not grade_plain(question, Typed(came)).right:
        words = f"`{shortened(question.of)}` gives {shortened(came)}, found the answer {_answer(question)}"
        found.append(Complaint((*path, "answer"), words))
    return found


def _answer(question: ShapeQuestion | Value) -> str:
    return str(list(question.answer)) if isinstance(question, ShapeQuestion) else f"{question.answer:g}"
