"""Verify what is graded by running: the lesson's answer passes and gives the values stated, others fail."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from secrets import randbelow
from typing import NamedTuple

from studytui.course.positions import Path
from studytui.course.rules.complaint import Complaint
from studytui.runner.runner import Runner
from studytui.study.grading.answers import AnyAnswer
from studytui.study.grading.by_running import SEEDS, judge
from studytui.study.grading.evidence import Evidence, evidence
from studytui.study.grading.program import Program, RunQuestion, answer_program, reference_program
from studytui.study.grading.prose import same_text
from studytui.study.grading.replaced import replaced
from studytui.study.grading.verdict import Verdict
from studytui.study.verify.endings import shortened

LOOSEST = 1e-4
"""Relative difference of printed values that machines may show, unless the check allows more."""


class WrongAnswer(NamedTuple):
    """An answer that must not pass."""

    path: Path
    answer: AnyAnswer
    words: str


async def verify_graded(
    runner: Runner, path: Path, question: RunQuestion, solved: Path, wrong: WrongAnswer
) -> list[Complaint]:
    """Run the reference twice, which must agree, and the wrong answer beside it, all with one fresh seed."""
    reference, seed = reference_program(question), randbelow(SEEDS)
    if name := replaced(reference.code, reference.setup):
        return [Complaint(solved, f"the solution replaces {name}: the checks need the real one")]
    wanted, again, other = await asyncio.gather(
        evidence(runner, reference, seed),
        evidence(runner, reference, seed),
        evidence(runner, answer_program(question, wrong.answer), seed),
    )
    stopped = wanted.ending or wanted.doubt
    if stopped:
        return [Complaint(solved, f"the lesson's own solution failed: {stopped}")]
    verdict = judge(reference.checks, again, wanted, "")
    if not verdict.right:
        return [Complaint(solved, f"the solution does not pass: {_reason(verdict)}")]
    found = _values(path, reference, wanted)
    if judge(reference.checks, other, wanted, "").right:
        found.append(Complaint(wrong.path, wrong.words))
    return found


def _values(path: Path, program: Program, wanted: Evidence) -> list[Complaint]:
    """What the lesson says the checked expressions come to."""
    found: list[Complaint] = []
    for index, check in enumerate(program.checks):
        came = str(wanted.items[check.expr].get("repr", ""))
        if check.value and not same_text(check.value, came, max(check.rtol, LOOSEST), check.atol):
            words = f"the solution gives {shortened(came)} for `{shortened(check.expr)}`"
            words += f", found the value {shortened(check.value)}"
            found.append(Complaint((*path, "grade", index, "value"), words))
    return found


def _reason(verdict: Verdict) -> str:
    missed: Sequence[str] = [f"{check.what}: {check.reason}" for check in verdict.checks if not check.right]
    return "; ".join([verdict.message, *missed])
