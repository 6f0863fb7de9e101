"""The verdict on what two runs showed, and what a run can say that is not believed."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from typing import Any

import pytest

from studytui.course.questions import Bug, TensorCheck
from studytui.runner.events import AnyEvent, Exported, Failed, Finished, Status, Stdout
from studytui.runner.request import RunRequest
from studytui.study.grading.answers import Coded
from studytui.study.grading.by_running import grade_by_running
from studytui.study.grading.grade import grade
from studytui.study.grading.verdict import GradingError

GRADE = (TensorCheck(expr="w.grad", what="the gradient of w"), TensorCheck(expr="loss"))
QUESTION = Bug(id="accumulate", prompt="Fix it", code="broken", solution="reference", grade=GRADE)
ENDED = Finished(status=Status.OK, exit_code=0, seconds=0.25, max_rss=1)


def item(expr: str, data: list[float], shape: list[int] | None = None) -> dict[str, Any]:
    shape = [len(data)] if shape is None else shape
    fields = {"expr": expr, "ok": True, "kind": "tensor", "dtype": "float32", "device": "cpu", "error": ""}
    return fields | {"shape": shape, "data": data, "numel": len(data)}


GOOD = (Exported(items=(item("w.grad", [2.0, 4.0]), item("loss", [5.0], []))), ENDED)


class Script:
    """A run that says what it is told to say."""

    def __init__(self, events: Sequence[AnyEvent], endless: bool = False) -> None:
        self.events = events
        self.endless = endless
        self.killed = asyncio.Event()

    async def __aiter__(self) -> AsyncIterator[AnyEvent]:
        for event in self.events:
            yield event
        if self.endless:
            await asyncio.Event().wait()

    def kill(self) -> None:
        self.killed.set()


class Stage:
    """Plays one script for the reference and one for the learner, and keeps the requests."""

    def __init__(self, learner: Script, reference: Sequence[AnyEvent] = GOOD) -> None:
        self.learner = learner
        self.reference = Script(reference)
        self.requests: list[RunRequest] = []

    async def start(self) -> None:
        pass

    def run(self, request: RunRequest) -> Script:
        self.requests.append(request)
        return self.reference if request.code == "reference" else self.learner


async def judged(*events: AnyEvent) -> tuple[bool, str, tuple[str, ...]]:
    verdict = await grade(QUESTION, Coded("mine"), Stage(Script(events)))
    return verdict.right, verdict.message, verdict.details


async def test_the_same_values_pass_check_by_check() -> None:
    verdict = await grade(QUESTION, Coded("mine"), Stage(Script(GOOD)))
    assert (verdict.right, verdict.message) == (True, "Right: 2 checks passed.")
    assert verdict.details == ("✓ the gradient of w", "✓ loss")
    assert (verdict.seconds, verdict.right_answer) == (0.25, "reference")


async def test_both_runs_get_one_seed_that_nobody_has_seen() -> None:
    seeds = set()
    for _ in range(5):
        stage = Stage(Script(GOOD))
        await grade(QUESTION, Coded("mine"), stage)
        mine, reference = stage.requests
        assert mine.seed == reference.seed
        assert mine.exports == reference.exports == ("w.grad", "loss")
        seeds.add(mine.seed)
    assert len(seeds) > 1


async def test_a_failed_check_says_how() -> None:
    export = Exported(items=(item("w.grad", [2.0, 8.0]), item("loss", [5.0], [])))
    right, message, details = await judged(export, ENDED)
    assert (right, message) == (False, "1 of 2 checks passed.")
    assert details[0].startswith("✗ the gradient of w: values: expected 4, got 8 at [1]")


async def test_printing_passed_is_not_looked_at() -> None:
    right, message, _ = await judged(Stdout(text="passed\n2 checks passed\n"), ENDED)
    assert (right, message) == (False, "The run ended before its results could be looked at.")


async def test_results_that_come_twice_are_not_believed() -> None:
    right, message, _ = await judged(*GOOD[:-1], *GOOD)
    assert (right, message) == (False, "Results came more than once: only the checks may report them.")


async def test_right_values_from_a_run_that_failed_do_not_pass() -> None:
    failed = Failed(error="ValueError", message="no", line=3, traceback="")
    right, message, _ = await judged(GOOD[0], failed, Finished(Status.ERROR, 1, 0.1, 1))
    assert (right, message) == (False, "Stopped by ValueError in line 3: no")


@pytest.mark.parametrize("status", [status for status in Status if status is not Status.OK])
async def test_any_bad_ending_fails_with_its_words(status: Status) -> None:
    right, message, details = await judged(Finished(status, 1, 0.1, 1, f"ended by {status}"))
    assert (right, message) == (False, f"ended by {status}")
    assert details == ("✗ the gradient of w: not reached", "✗ loss: not reached")


async def test_a_forged_error_beside_a_good_ending_changes_nothing() -> None:
    failed = Failed(error="Fake", message="", line=None, traceback="")
    assert (await judged(failed, *GOOD))[0] is True


async def test_a_solution_that_fails_is_the_lessons_fault() -> None:
    stage = Stage(Script(GOOD), [Finished(Status.TIMEOUT, 1, 60, 1, "took too long")])
    with pytest.raises(
        GradingError, match="question accumulate: the lesson's own solution failed: took too long"
    ):
        await grade(QUESTION, Coded("mine"), stage)


async def test_code_that_replaces_torch_is_not_even_run() -> None:
    stage = Stage(Script(GOOD))
    verdict = await grade(QUESTION, Coded("import torch\ntorch.sum = None"), stage)
    assert (verdict.right, stage.requests) == (False, [])
    assert verdict.message == "Your code replaces torch.sum: the checks need the real one."


async def test_leaving_while_it_runs_kills_the_run() -> None:
    stage = Stage(Script([], endless=True))
    task = asyncio.create_task(grade_by_running(QUESTION, Coded("mine"), stage))
    await stage.reference.killed.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert stage.learner.killed.is_set()


async def test_without_a_runner_code_cannot_be_graded() -> None:
    with pytest.raises(TypeError, match="needs a runner"):
        await grade(QUESTION, Coded("mine"), None)
