"""Verify what is picked or judged: every claim with a `check` is as true as the lesson says."""

from __future__ import annotations

from studytui.course.positions import Path
from studytui.course.questions import Choice, Multi, TrueFalse
from studytui.course.rules.complaint import Complaint
from studytui.runner.outcome import Outcome, collect
from studytui.runner.request import RunRequest
from studytui.runner.runner import Runner
from studytui.study.verify.endings import ends_well, proof_ends_well
from studytui.study.verify.snippets import said

TRUTHS = {"True": True, "False": False}


async def verify_options(runner: Runner, path: Path, question: Choice | Multi) -> list[Complaint]:
    """Each option's check is true where the option is right and false where it is not."""
    checks = {index: option.check for index, option in enumerate(question.options) if option.check}
    found = [
        Complaint((*path, "options", index), "nothing verifies this option: expected a `check`")
        for index in range(len(question.options))
        if index not in checks
    ]
    outcome = await _run(runner, question, tuple(checks.values()))
    found += _ending(outcome, path, question)
    for index, check in checks.items():
        at = (*path, "options", index)
        right = question.options[index].right
        found += _judged(outcome, check, right, (*at, "check"), f"right: {str(right).lower()}")
    return found


async def verify_truefalse(runner: Runner, path: Path, question: TrueFalse) -> list[Complaint]:
    """The check is as true as the claim."""
    outcome = await _run(runner, question, (question.check,))
    found = _ending(outcome, path, question)
    answer = f"answer: {str(question.answer).lower()}"
    return found + _judged(outcome, question.check, question.answer, (*path, "check"), answer)


async def _run(runner: Runner, question: Choice | Multi | TrueFalse, checks: tuple[str, ...]) -> Outcome:
    code = "\n".join(part.rstrip("\n") for part in (question.code, question.proof) if part)
    return await collect(runner, RunRequest(code=code, exports=tuple(map(truth_of, checks))))


def truth_of(check: str) -> str:
    """The expression whose value says whether the check is true."""
    return f"bool(({check.strip()}))"


def _ending(outcome: Outcome, path: Path, question: Choice | Multi | TrueFalse) -> list[Complaint]:
    if question.proof:
        return proof_ends_well(outcome, path, question.code.rstrip("\n"))
    return ends_well(outcome, (*path, "code"))


def _judged(outcome: Outcome, check: str, right: bool, at: Path, wanted: str) -> list[Complaint]:
    came = said(outcome, truth_of(check))
    if TRUTHS.get(came) is right:
        return []
    return [Complaint(at, f"the lesson says `{wanted}`, and the check gives {came}")]
