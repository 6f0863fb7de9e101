"""Verify one question, by its kind: its right answers pass, its wrong ones fail, and its proof runs."""

from __future__ import annotations

from studytui.course.positions import Path
from studytui.course.questions import (
    Bug,
    Choice,
    Curve,
    Fill,
    Multi,
    Order,
    Output,
    Question,
    ShapeQuestion,
    TrueFalse,
    Value,
)
from studytui.course.rules.complaint import Complaint
from studytui.runner.runner import Runner
from studytui.study.verify.arranged import verify_fill, verify_order
from studytui.study.verify.claims import verify_options, verify_truefalse
from studytui.study.verify.curves import verify_curve
from studytui.study.verify.exercises import verify_bug
from studytui.study.verify.predictions import verify_output, verify_shape, verify_value
from studytui.study.verify.proofs import verify_proof


async def verify_question(runner: Runner, path: Path, question: Question) -> list[Complaint]:
    """Everything about the question that does not hold."""
    return [*await _by_kind(runner, path, question), *await verify_proof(runner, path, question)]


async def _by_kind(runner: Runner, path: Path, question: Question) -> list[Complaint]:
    match question:
        case Choice() | Multi():
            return await verify_options(runner, path, question)
        case TrueFalse():
            return await verify_truefalse(runner, path, question)
        case Output():
            return await verify_output(runner, path, question)
        case ShapeQuestion():
            return await verify_shape(runner, path, question)
        case Value():
            return await verify_value(runner, path, question)
        case Bug():
            return await verify_bug(runner, path, question)
        case Fill():
            return await verify_fill(runner, path, question)
        case Order():
            return await verify_order(runner, path, question)
        case Curve():
            return await verify_curve(runner, path, question)
