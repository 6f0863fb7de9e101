"""Answers as text: what a learner gave, for the record, and what would have been right."""

from __future__ import annotations

from studytui.course.blanks import fill_in
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


def given(answer: AnyAnswer) -> str:
    """An answer as one text, for the record; options and lines counted from 1 in the lesson's own order."""
    match answer:
        case Picked(options):
            return ", ".join(str(option + 1) for option in sorted(options))
        case Said(holds):
            return str(holds)
        case Typed(text) | Coded(text):
            return text
        case Filled(blanks):
            return "\n".join(blanks)
        case Ordered(lines):
            return ", ".join(str(line + 1) for line in lines)


def right_answer(question: Question | Exercise) -> str:
    """The lesson's own answer as one text."""
    match question:
        case Choice() | Multi():
            return "; ".join(option.text for option in question.options if option.right) or "none of them"
        case Curve():
            return "; ".join(f"picture {n}" for n, option in enumerate(question.options, 1) if option.right)
        case TrueFalse():
            return str(question.answer)
        case Output():
            return question.answer
        case ShapeQuestion():
            return str(list(question.answer))
        case Value():
            return f"{question.answer:g} {question.unit}".strip()
        case Fill():
            return fill_in(question.code, question.answers)
        case Order():
            return "\n".join(question.lines)
        case Bug() | Exercise():
            return question.solution
