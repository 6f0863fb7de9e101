"""Verify `curve` questions: every picture is recorded, and only the right one looks like the code's own."""

from __future__ import annotations

from math import isfinite

from studytui.course.positions import Path
from studytui.course.questions import Curve
from studytui.course.rules.complaint import Complaint
from studytui.runner.events import SeriesPoints
from studytui.runner.outcome import collect
from studytui.runner.request import RunRequest
from studytui.runner.runner import Runner
from studytui.study.grading.pictures import SEED, record_pictures
from studytui.study.grading.verdict import GradingError
from studytui.study.verify.endings import ends_well

NEAR = 0.05
"""Part of its height by which a picture may differ and still look the same."""


async def verify_curve(runner: Runner, path: Path, question: Curve) -> list[Complaint]:
    """Options run and record the series; the right one resembles what `code` records, the others do not."""
    found = await _endings(runner, path, question)
    if found:
        return found
    try:
        pictures = await record_pictures(question, runner)
    except GradingError as error:
        return [Complaint((*path, "options"), str(error).partition(": ")[2])]
    if not question.code:
        return found
    outcome = await collect(runner, RunRequest(code=question.code, seed=SEED))
    own = outcome.series.get(question.series)
    if own is None:
        return [
            *ends_well(outcome, (*path, "code")),
            Complaint((*path, "code"), f"records no `{question.series}`"),
        ]
    for index, (option, batches) in enumerate(zip(question.options, pictures, strict=True)):
        if alike(own, batches[-1]) != option.right:
            looks = "does not look" if option.right else "looks"
            found.append(Complaint((*path, "options", index), f"its picture {looks} like that of the code"))
    return found


async def _endings(runner: Runner, path: Path, question: Curve) -> list[Complaint]:
    found: list[Complaint] = []
    for index, option in enumerate(question.options):
        outcome = await collect(runner, RunRequest(code=option.code, seed=SEED))
        found += ends_well(outcome, (*path, "options", index, "code"))
    return found


def alike(left: SeriesPoints, right: SeriesPoints) -> bool:
    """Whether two finished series, by their totals, would be taken for the same picture."""
    if left.count != right.count:
        return False
    pairs = [(getattr(left, name), getattr(right, name)) for name in ("first", "last", "min", "max")]
    height = _height(left)
    return all(a == b or _near(a, b, height) for a, b in pairs)


def _height(series: SeriesPoints) -> float:
    low, high = _number(series.min), _number(series.max)
    return high - low if isfinite(high - low) else 0.0


def _near(left: float | str | None, right: float | str | None, height: float) -> bool:
    return abs(_number(left) - _number(right)) <= NEAR * height


def _number(value: float | str | None) -> float:
    return float("nan") if value is None else float(value)
