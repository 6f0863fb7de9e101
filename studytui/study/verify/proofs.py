"""Verify proofs: the code that shows the truth on one key runs."""

from __future__ import annotations

from studytui.course.positions import Path
from studytui.course.questions import Bug, Choice, Fill, Multi, Order, Question, TrueFalse
from studytui.course.rules.complaint import Complaint
from studytui.runner.outcome import collect
from studytui.runner.request import RunRequest
from studytui.runner.runner import Runner
from studytui.study.grading.program import reference_program
from studytui.study.verify.endings import ends_well


async def verify_proof(runner: Runner, path: Path, question: Question) -> list[Complaint]:
    """After the question's code, or its solution, the proof ends well."""
    if not question.proof or isinstance(question, Choice | Multi | TrueFalse):
        return []  # the claims of these were checked after code and proof
    outcome = await collect(runner, RunRequest(code=f"{_before(question)}\n{question.proof}"))
    return ends_well(outcome, (*path, "proof"), "the code with its proof")


def _before(question: Question) -> str:
    if isinstance(question, Bug | Fill | Order):
        program = reference_program(question)
        return f"{program.setup}\n{program.code}"
    return question.code
