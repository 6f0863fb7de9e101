"""Verify proofs: the code that shows the truth on one key runs."""

from __future__ import annotations

from studytui.course.positions import Path
from studytui.course.questions import Bug, Choice, Fill, Multi, Order, Question, TrueFalse
from studytui.course.rules.complaint import Complaint
from studytui.runner.outcome import collect
from studytui.runner.request import RunRequest
from studytui.runner.runner import Runner
from studytui.study.grading.program import reference_program
from studytui.study.verify.endings import proof_ends_well


async def verify_proof(runner: Runner, path: Path, question: Question) -> list[Complaint]:
    """After the question's code, or its solution, the proof ends well."""
    if not question.proof or isinstance(question, Choice | Multi | TrueFalse):
        return []  # the claims of these were checked after code and proof
    before = _before(question).rstrip("\n")
    outcome = await collect(runner, RunRequest(code=f"{before}\n{question.proof}"))
    return proof_ends_well(outcome, path, before or "\n")


def _before(question: Question) -> str:
    if isinstance(question, Bug | Fill | Order):
        program = reference_program(question)
        return f"{program.setup}\n{program.code}"
    return question.code
