"""Verify one step, by its kind."""

from __future__ import annotations

from studytui.course.model import AnyStep, Contour, Derivative, Exercise, Snippet, Wrong
from studytui.course.positions import Path
from studytui.course.rules.complaint import Complaint
from studytui.runner.runner import Runner
from studytui.study.verify.exercises import verify_exercise
from studytui.study.verify.pictures import verify_contour, verify_derivative
from studytui.study.verify.snippets import verify_snippet, verify_wrong


async def verify_step(runner: Runner, path: Path, step: AnyStep) -> list[Complaint]:
    """What running the step shows to be wrong with it; text and quizzes have nothing to run of their own."""
    match step:
        case Snippet():
            return await verify_snippet(runner, path, step)
        case Wrong():
            return await verify_wrong(runner, path, step)
        case Derivative():
            return await verify_derivative(runner, path, step)
        case Contour():
            return await verify_contour(runner, path, step)
        case Exercise():
            return await verify_exercise(runner, path, step)
        case _:
            return []
