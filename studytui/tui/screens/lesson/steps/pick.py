"""Which view shows which kind of step."""

from __future__ import annotations

from studytui.course.model import (
    AnyStep,
    Contour,
    Derivative,
    Exercise,
    Explain,
    Lesson,
    Quiz,
    Snippet,
    Wrong,
)
from studytui.tui.screens.lesson.steps.base import StepView
from studytui.tui.screens.lesson.steps.contour import ContourView
from studytui.tui.screens.lesson.steps.derivative import DerivativeView
from studytui.tui.screens.lesson.steps.exercise import ExerciseView
from studytui.tui.screens.lesson.steps.explain import ExplainView
from studytui.tui.screens.lesson.steps.quiz import QuizView
from studytui.tui.screens.lesson.steps.snippet import SnippetView
from studytui.tui.screens.lesson.steps.wrong import WrongView


def view_of(lesson: Lesson, step: AnyStep) -> StepView:
    """A fresh view of the step."""
    match step:
        case Snippet():
            return SnippetView(lesson, step)
        case Derivative():
            return DerivativeView(lesson, step)
        case Wrong():
            return WrongView(lesson, step)
        case Exercise():
            return ExerciseView(lesson, step)
        case Quiz():
            return QuizView(lesson, step)
        case Contour():
            return ContourView(lesson, step)
        case Explain():
            return ExplainView(lesson, step)
