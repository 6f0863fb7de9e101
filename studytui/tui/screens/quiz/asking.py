"""What is shown above the place to answer."""

from __future__ import annotations

from studytui.course.model import Exercise
from studytui.course.questions import Bug, Fill, Order, Question
from studytui.tui.widgets.formula_markdown import fenced

BY_RUNNING = (Bug, Fill, Order, Exercise)
"""Kinds that are graded by running the answer."""
AnyQuestion = Question | Exercise


def question_text(question: AnyQuestion) -> str:
    """The prompt and the code that belongs to it, as Markdown. Code to be changed is shown by the box."""
    if isinstance(question, Bug | Fill | Exercise) or not question.code:
        return question.prompt
    return f"{question.prompt}\n\n{fenced(question.code)}"
