"""Numbers and ranges that can be run with."""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import isfinite

from studytui.course.model import AnyStep, Contour, Derivative, Exercise, Lesson, Snippet
from studytui.course.positions import Path
from studytui.course.questions import Bug, Fill, Order, TensorCheck, Value
from studytui.course.rules.complaint import Complaint
from studytui.course.rules.walk import questions, steps

_DEVICE = re.compile(r"auto|cpu|cuda(:[0-9]+)?")


def numbers_make_sense(lesson: Lesson) -> Iterator[Complaint]:
    """Minutes, seconds and threads above zero; ranges from low to high; tolerances not negative."""
    if lesson.minutes <= 0:
        yield Complaint(("minutes",), f"expected more than 0 minutes, found {lesson.minutes}")
    for path, step in steps(lesson):
        yield from _step(path, step)
    for path, question in questions(lesson):
        if isinstance(question, Value):
            yield from _tolerances(path, question)
        if isinstance(question, Bug | Fill | Order):
            yield from _checks((*path, "grade"), question.grade)


def _step(path: Path, step: AnyStep) -> Iterator[Complaint]:
    match step:
        case Derivative():
            yield from _range((*path, "range"), step.range)
        case Contour():
            yield from _contour(path, step)
        case Snippet():
            yield from _snippet(path, step)
        case Exercise():
            yield from _seconds(path, step.timeout)
            yield from _checks((*path, "grade"), step.grade)
        case _:
            pass


def _snippet(path: Path, step: Snippet) -> Iterator[Complaint]:
    yield from _seconds(path, step.timeout)
    if not 1 <= step.threads <= 64:
        yield Complaint((*path, "threads"), f"expected 1 to 64 threads, found {step.threads}")
    if not _DEVICE.fullmatch(step.device):
        yield Complaint((*path, "device"), f"expected auto, cpu, cuda or cuda:N, found `{step.device[:40]}`")


def _contour(path: Path, step: Contour) -> Iterator[Complaint]:
    for name, (low, high), start in (("x", step.x_range, step.start[0]), ("y", step.y_range, step.start[1])):
        yield from _range((*path, f"{name}_range"), (low, high))
        if low < high and not low <= start <= high:
            yield Complaint(
                (*path, "start"),
                f"starts outside the picture: {name} = {start:g}, expected {low:g} to {high:g}",
            )
    if step.steps < 1:
        yield Complaint((*path, "steps"), f"expected at least 1 step, found {step.steps}")


def _range(path: Path, ends: tuple[float, float]) -> Iterator[Complaint]:
    low, high = ends
    if not (low < high and isfinite(low) and isfinite(high)):
        yield Complaint(path, f"expected a range from low to high, found {low:g} to {high:g}")


def _seconds(path: Path, timeout: float) -> Iterator[Complaint]:
    if not (timeout > 0 and isfinite(timeout)):
        yield Complaint((*path, "timeout"), f"expected seconds above 0, found {timeout:g}")


def _checks(path: Path, checks: tuple[TensorCheck, ...]) -> Iterator[Complaint]:
    for index, check in enumerate(checks):
        yield from _tolerances((*path, index), check)


def _tolerances(path: Path, check: TensorCheck | Value) -> Iterator[Complaint]:
    for name, size in (("rtol", check.rtol), ("atol", check.atol)):
        if not (size >= 0 and isfinite(size)):
            yield Complaint((*path, name), f"expected a tolerance of 0 or more, found {size:g}")
