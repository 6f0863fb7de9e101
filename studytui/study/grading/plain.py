"""Grade what needs no run: choice, multi, truefalse, output, shape, value, curve."""

from __future__ import annotations

from typing import TypeVar

from studytui.course.questions import Choice, Curve, Multi, Output, Question, ShapeQuestion, TrueFalse, Value
from studytui.study.grading.answers import AnyAnswer, Picked, Said, Typed
from studytui.study.grading.choices import grade_choice, grade_multi, grade_truefalse
from studytui.study.grading.typed import (
    grade_output,
    grade_shape,
    grade_value,
    read_shape,
    read_value,
    shape_problem,
    value_problem,
)
from studytui.study.grading.verdict import Verdict

PlainQuestion = Choice | Multi | TrueFalse | Output | ShapeQuestion | Value | Curve
PLAIN = (Choice, Multi, TrueFalse, Output, ShapeQuestion, Value, Curve)

Form = TypeVar("Form", Picked, Said, Typed)


def grade_plain(question: PlainQuestion, answer: AnyAnswer) -> Verdict:
    """Judge at once. Raises TypeError when the form of the answer is not the question's."""
    match question:
        case Choice() | Curve():
            return grade_choice(question, _form(answer, Picked))
        case Multi():
            return grade_multi(question, _form(answer, Picked))
        case TrueFalse():
            return grade_truefalse(question, _form(answer, Said))
        case Output():
            return grade_output(question, _form(answer, Typed))
        case ShapeQuestion():
            return grade_shape(question, _form(answer, Typed))
        case Value():
            return grade_value(question, _form(answer, Typed))


def problem(question: Question, answer: AnyAnswer) -> str | None:
    """Why the answer cannot be read (nothing picked, no number, an empty blank), so that a slip of the
    fingers does not count as a wrong answer; None when it can be graded."""
    if isinstance(question, ShapeQuestion) and isinstance(answer, Typed):
        return shape_problem(answer.text) if read_shape(answer.text) is None else None
    if isinstance(question, Value) and isinstance(answer, Typed):
        return value_problem(answer.text) if read_value(answer.text, question.unit) is None else None
    if isinstance(question, (Choice, Curve)) and isinstance(answer, Picked) and not answer.options:
        return "Nothing is picked yet."
    if isinstance(question, Output) and isinstance(answer, Typed) and not answer.text.strip():
        return "Nothing is typed yet." if question.answer.strip() else None
    return None


def _form(answer: AnyAnswer, form: type[Form]) -> Form:
    if not isinstance(answer, form):
        raise TypeError(f"expected an answer of form {form.__name__}, got {type(answer).__name__}")
    return answer
