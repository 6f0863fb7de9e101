"""Grade code by running it: the learner's in one fresh process, the reference in another, compared here.

What fools nobody: printing "passed" (output is not looked at), catching exceptions (a check needs values),
leaving early (no values, no pass), redefining functions (both sides export plain numbers and this process
compares them), results sent twice, and numbers written in by hand where the code draws random ones: both
runs get one fresh seed that no learner has seen.

The honest limit: the values are computed inside the learner's own process, so code that yields the right
numbers by whatever means passes, as would an answer copied from a neighbour. Grading serves the learner; it
is no exam.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from secrets import randbelow
from typing import Any

from studytui.course.questions import TensorCheck
from studytui.study.grading.answers import AnyAnswer
from studytui.study.grading.compare import compare
from studytui.study.grading.evidence import Evidence, Runs, evidence
from studytui.study.grading.program import RunQuestion, answer_program, reference_program
from studytui.study.grading.replaced import replaced
from studytui.study.grading.verdict import CheckResult, GradingError, Verdict

SEEDS = 2**31


async def grade_by_running(
    question: RunQuestion, answer: AnyAnswer, runner: Runs, seed: int | None = None, device: str = "auto"
) -> Verdict:
    """Run both programs at once and compare what they export, check by check.

    `seed` is for tests; None draws a fresh one. Raises GradingError when the reference solution itself fails,
    RunnerUnavailable when nothing can be run, TypeError for an answer of the wrong form.
    """
    mine, reference = answer_program(question, answer), reference_program(question)
    if name := replaced(mine.code, mine.setup):
        return Verdict(False, f"Your code replaces {name}: the checks need the real one.", (), reference.code)
    seed = randbelow(SEEDS) if seed is None else seed
    got, wanted = await asyncio.gather(
        evidence(runner, mine, seed, device), evidence(runner, reference, seed, device)
    )
    if wanted.ending or wanted.doubt:
        raise GradingError(
            f"question {question.id}: the lesson's own solution failed: {wanted.ending or wanted.doubt}"
        )
    return judge(mine.checks, got, wanted, reference.code)


def judge(checks: Sequence[TensorCheck], got: Evidence, wanted: Evidence, right_answer: str) -> Verdict:
    """The verdict on what two runs showed."""
    stopped = got.ending or got.doubt
    results = tuple(_check(check, got.items, wanted.items) for check in checks)
    details = tuple(
        f"{'✓' if r.right else '✗'} {r.what}{': ' + r.reason if r.reason else ''}" for r in results
    )
    passed = sum(result.right for result in results)
    if stopped:
        return Verdict(False, stopped, details, right_answer, results, got.seconds)
    if passed == len(results):
        return Verdict(True, f"Right: {_count(passed)} passed.", details, right_answer, results, got.seconds)
    message = f"{passed} of {_count(len(results))} passed."
    return Verdict(False, message, details, right_answer, results, got.seconds)


def _check(check: TensorCheck, got: dict[str, Any], wanted: dict[str, Any]) -> CheckResult:
    what = check.what or check.expr
    if check.expr not in got:
        return CheckResult(what, False, "not reached")
    difference = compare(wanted[check.expr], got[check.expr], check.rtol, check.atol)
    return CheckResult(what, difference is None, difference or "")


def _count(number: int) -> str:
    return f"{number} check{'' if number == 1 else 's'}"
