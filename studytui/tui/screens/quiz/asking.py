"""What is shown above the place to answer."""

from __future__ import annotations

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
from studytui.tui.widgets.formula_markdown import fenced

BY_RUNNING = (Bug, Fill, Order)
"""Kinds that are graded by running the answer."""


def question_text(question: Question) -> str:
    """The prompt and the code that belongs to it, as Markdown. Code to be changed is shown by the box."""
    if not question.code or isinstance(question, Bug | Fill):
        return question.prompt
    return f"{question.prompt}\n\n{fenced(question.code)}"


def gives_away(question: Question) -> str:
    """The right answer in words, for whoever gives up; empty where the box or the code shows it."""
    match question:
        case Choice() | Multi():
            return "; ".join(option.text for option in question.options if option.right)
        case TrueFalse():
            return str(question.answer)
        case Output():
            return question.answer
        case ShapeQuestion():
            return str(list(question.answer))
        case Value():
            return f"{question.answer:g} {question.unit}".strip()
        case Curve() | Bug() | Fill() | Order():
            return ""
