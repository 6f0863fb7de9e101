"""The code to run for an answer, and the reference it is compared with."""

from __future__ import annotations

from msgspec import Struct

from studytui.course.blanks import fill_in
from studytui.course.model import Exercise
from studytui.course.questions import Bug, Fill, Order, TensorCheck
from studytui.study.grading.answers import AnyAnswer, Coded, Filled, Ordered

RunQuestion = Bug | Fill | Order | Exercise


class Program(Struct, frozen=True):
    """A way to run a question: hidden setup, code, and what to compare afterwards."""

    setup: str
    code: str
    checks: tuple[TensorCheck, ...]
    timeout: float
    """Seconds; 0 means the runner's own limit."""


def reference_program(question: RunQuestion) -> Program:
    """What the lesson holds to be right."""
    match question:
        case Fill():
            return _program(question, fill_in(question.code, question.answers))
        case Order():
            return _program(question, "\n".join(question.lines))
        case Bug() | Exercise():
            return _program(question, question.solution)


def answer_program(question: RunQuestion, answer: AnyAnswer) -> Program:
    """What the learner says. Raises TypeError when the form of the answer is not the question's."""
    match question, answer:
        case ((Bug() | Exercise()), Coded(code)):
            return _program(question, code)
        case Fill(), Filled(blanks):
            return _program(question, fill_in(question.code, blanks))
        case Order(), Ordered(lines):
            return _program(question, "\n".join(question.lines[i] for i in lines))
    raise TypeError(f"a {type(question).__name__} question takes no answer of form {type(answer).__name__}")


def _program(question: RunQuestion, code: str) -> Program:
    if isinstance(question, Exercise):
        return Program(question.setup, code, question.grade, question.timeout)
    setup = question.code if isinstance(question, Order) else ""
    return Program(setup, code, question.grade, 0.0)
