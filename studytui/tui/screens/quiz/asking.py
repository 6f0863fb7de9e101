"""What is shown above the place to answer, and what cannot be judged yet."""

from __future__ import annotations

import ast

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
from studytui.study.grading.answers import AnyAnswer
from studytui.study.grading.plain import problem
from studytui.study.grading.program import answer_program
from studytui.tui.widgets.formula_markdown import fenced

BY_RUNNING = (Bug, Fill, Order, Exercise)
"""Kinds that are graded by running the answer."""
AnyQuestion = Question | Exercise


def question_text(question: AnyQuestion) -> str:
    """The prompt and the code that belongs to it, as Markdown. Code to be changed is shown by the box."""
    if isinstance(question, Bug | Fill | Exercise) or not question.code:
        return question.prompt
    return f"{question.prompt}\n\n{fenced(question.code)}"


def unreadable(question: AnyQuestion, answer: AnyAnswer | None) -> str:
    """Why the answer cannot be judged yet, in one line; empty when it can. It costs no attempt."""
    if answer is None:
        return "Nothing is picked yet."
    if isinstance(question, BY_RUNNING):
        return _blank(answer_program(question, answer).code, answer)
    return problem(question, answer) or ""


def _blank(code: str, answer: AnyAnswer) -> str:
    blanks = getattr(answer, "blanks", ())
    for number, text in enumerate(blanks, 1):
        if not text.strip():
            return f"Blank {number} of {len(blanks)} is empty."
    try:
        ast.parse(code)
    except (SyntaxError, ValueError) as error:
        where = f"Line {error.lineno}" if isinstance(error, SyntaxError) and error.lineno else "This"
        return f"{where} is not Python yet: {getattr(error, 'msg', error)}. It was not counted."
    return ""


def gives_away(question: AnyQuestion) -> str:
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
        case Curve() | Bug() | Fill() | Order() | Exercise():
            return ""
