"""A question has as many right answers as its kind promises."""

from __future__ import annotations

from collections.abc import Iterator

from studytui.course.blanks import blanks_in
from studytui.course.model import Lesson, Predict, Snippet
from studytui.course.positions import Path
from studytui.course.questions import Choice, Curve, Fill, Multi, Question
from studytui.course.rules.complaint import Complaint
from studytui.course.rules.walk import questions, steps


def answers_fit_their_kind(lesson: Lesson) -> Iterator[Complaint]:
    """One right option in choice and curve, some in multi, one answer a blank in fill."""
    for path, question in questions(lesson):
        yield from _question(path, question)


def predictions_can_be_made(lesson: Lesson) -> Iterator[Complaint]:
    """The right prediction is among the options, when there are options."""
    for path, step in steps(lesson):
        if isinstance(step, Snippet) and step.predict and step.predict.options:
            yield from _prediction((*path, "predict"), step.predict)


def _prediction(path: Path, predict: Predict) -> Iterator[Complaint]:
    if predict.answer not in predict.options:
        yield Complaint((*path, "answer"), "the answer is not among `options`")


def _question(path: Path, question: Question) -> Iterator[Complaint]:
    match question:
        case Choice() | Curve():
            right = sum(option.right for option in question.options)
            if right != 1:
                yield Complaint(
                    (*path, "options"), f"expected exactly one option with `right: true`, found {right}"
                )
        case Multi():
            if not any(option.right for option in question.options):
                yield Complaint((*path, "options"), "expected an option with `right: true`, found none")
        case Fill():
            blanks, answers = blanks_in(question.code), len(question.answers)
            if blanks != answers:
                yield Complaint(
                    (*path, "answers"),
                    f"expected one answer for each `___` in code: {blanks}, found {answers}",
                )
        case _:
            pass
