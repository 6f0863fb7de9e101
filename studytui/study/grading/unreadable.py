"""Why an answer cannot be judged yet, so that a slip of the fingers costs no attempt."""

from __future__ import annotations

import ast

from studytui.course.model import Exercise
from studytui.course.questions import Bug, Fill, Order, Question
from studytui.study.grading.answers import AnyAnswer, Filled
from studytui.study.grading.plain import problem
from studytui.study.grading.program import answer_program


def unreadable(question: Question | Exercise, answer: AnyAnswer) -> str:
    """In one line: nothing picked, no number, an empty blank, not Python; empty when it can be judged."""
    if not isinstance(question, Bug | Fill | Order | Exercise):
        return problem(question, answer) or ""
    if isinstance(answer, Filled):
        for number, text in enumerate(answer.blanks, 1):
            if not text.strip():
                return f"Blank {number} of {len(answer.blanks)} is empty."
    return _not_python(answer_program(question, answer).code)


def _not_python(code: str) -> str:
    try:
        ast.parse(code)
    except (SyntaxError, ValueError) as error:
        where = f"Line {error.lineno}" if isinstance(error, SyntaxError) and error.lineno else "This"
        words = str(getattr(error, "msg", error)).rstrip(".?")
        return f"{where} is not Python yet: {words}. It was not counted."
    return ""
