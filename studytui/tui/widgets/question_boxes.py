"""The box for each kind of question."""

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
from studytui.tui.widgets.question_box import QuestionBox
from studytui.tui.widgets.question_bug import BugBox
from studytui.tui.widgets.question_choice import ChoiceBox, TrueFalseBox
from studytui.tui.widgets.question_curve import CurveBox
from studytui.tui.widgets.question_fill import FillBox
from studytui.tui.widgets.question_order import OrderBox
from studytui.tui.widgets.question_typed import TypedBox


def box_for(question: Question | Exercise) -> QuestionBox:
    """Where this question is answered."""
    match question:
        case Choice() | Multi():
            return ChoiceBox(question)
        case TrueFalse():
            return TrueFalseBox(question)
        case Output() | ShapeQuestion() | Value():
            return TypedBox(question)
        case Bug() | Exercise():
            return BugBox(question)
        case Fill():
            return FillBox(question)
        case Order():
            return OrderBox(question)
        case Curve():
            return CurveBox(question)
