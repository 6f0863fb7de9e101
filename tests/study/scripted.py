"""A learner who knows every answer, or none."""

from __future__ import annotations

from studytui.course.model import Exercise
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
from studytui.study.grading.answers import AnyAnswer, Coded, Filled, Ordered, Picked, Said, Typed


def right(question: Question | Exercise) -> AnyAnswer:
    """What the lesson holds to be right."""
    match question:
        case Choice() | Multi() | Curve():
            return Picked(frozenset(n for n, option in enumerate(question.options) if option.right))
        case TrueFalse():
            return Said(question.answer)
        case Output():
            return Typed(question.answer)
        case ShapeQuestion():
            return Typed(str(list(question.answer)))
        case Value():
            return Typed(repr(question.answer))
        case Fill():
            return Filled(question.answers)
        case Order():
            return Ordered(tuple(range(len(question.lines))))
        case Bug() | Exercise():
            return Coded(question.solution)


def wrong(question: Question | Exercise) -> AnyAnswer:
    """Something well-formed that is not right."""
    match question:
        case Choice() | Multi() | Curve():
            return Picked(frozenset(n for n, option in enumerate(question.options) if not option.right))
        case TrueFalse():
            return Said(not question.answer)
        case Output():
            return Typed("something else entirely")
        case ShapeQuestion():
            return Typed(str([*question.answer, 7]))
        case Value():
            return Typed(repr(question.answer * 1.5 + 1))
        case Fill():
            return Filled(("wrong_name",) * len(question.answers))
        case Order():
            return Ordered(tuple(reversed(range(len(question.lines)))))
        case Bug():
            return Coded(question.code)
        case Exercise():
            return Coded(question.starter)
