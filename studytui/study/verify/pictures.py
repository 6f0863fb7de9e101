"""Verify the steps that draw by themselves."""

from __future__ import annotations

from studytui.course.contour_program import contour_program
from studytui.course.model import Contour, Derivative
from studytui.course.positions import Path
from studytui.course.rules.complaint import Complaint
from studytui.runner.events import Derivatives
from studytui.runner.outcome import collect
from studytui.runner.request import DerivativeRequest, RunRequest
from studytui.runner.runner import Runner
from studytui.study.verify.endings import ending

ENOUGH = 0.5
"""Part of the range on which a curve must have values to be worth drawing."""


async def verify_derivative(runner: Runner, path: Path, step: Derivative) -> list[Complaint]:
    """f and every derivative can be computed on most of the range."""
    low, high = step.range
    wanted = DerivativeRequest(f=step.f, low=low, high=high, orders=step.orders)
    outcome = await collect(runner, RunRequest(code="", derivative=wanted))
    drawn = next((event for event in outcome.events if isinstance(event, Derivatives)), None)
    if drawn is None:
        return [Complaint((*path, "f"), f"cannot be drawn: {ending(outcome) or 'nothing came'}")]
    return [
        Complaint((*path, "f"), f"derivative {order} has values on less than half of the range")
        for order, values in enumerate(drawn.orders)
        if sum(value is not None for value in values) < ENOUGH * len(values)
    ]


async def verify_contour(runner: Runner, path: Path, step: Contour) -> list[Complaint]:
    """The program that draws it runs."""
    outcome = await collect(runner, RunRequest(code=contour_program(step)))
    return [] if outcome.ok else [Complaint((*path, "f"), f"cannot be drawn: {ending(outcome)}")]
