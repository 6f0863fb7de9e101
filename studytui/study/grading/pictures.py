"""The pictures of a `curve` question: each option's own code is run, and what it records is drawn."""

from __future__ import annotations

import asyncio

from studytui.course.questions import Curve
from studytui.runner.events import SeriesPoints
from studytui.runner.request import RunRequest
from studytui.study.grading.evidence import Runs
from studytui.study.grading.verdict import GradingError

SEED = 0
"""The same pictures every time, on every screen."""


async def record_pictures(
    question: Curve, runner: Runs, device: str = "auto"
) -> tuple[tuple[SeriesPoints, ...], ...]:
    """The batches of the series `question.series`, per option in the lesson's order.

    Raises GradingError when an option's code records no such series, RunnerUnavailable when nothing runs.
    """
    await runner.start()
    codes = [option.code for option in question.options]
    found = await asyncio.gather(*(_record(code, question.series, runner, device) for code in codes))
    for number, batches in enumerate(found, 1):
        if not batches:
            raise GradingError(
                f"question {question.id}: option {number} records no series {question.series!r}"
            )
    return tuple(found)


async def _record(code: str, series: str, runner: Runs, device: str) -> tuple[SeriesPoints, ...]:
    run = runner.run(RunRequest(code=code, seed=SEED, device=device))
    try:
        return tuple(
            [event async for event in run if isinstance(event, SeriesPoints) and event.name == series]
        )
    finally:
        run.kill()  # the learner may have left while it ran
