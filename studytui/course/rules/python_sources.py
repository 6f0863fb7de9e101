"""Every piece of Python in a lesson, and where it stands.

Left out is what may be broken on purpose: the code of `wrong` and of `bug`, and snippets that are expected to
raise a SyntaxError.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from studytui.course.blanks import fill_in
from studytui.course.model import AnyStep, Contour, Derivative, Exercise, Expect, Lesson, Snippet, Wrong
from studytui.course.positions import Path
from studytui.course.questions import (
    Bug,
    Choice,
    Curve,
    Fill,
    Multi,
    Order,
    Question,
    ShapeQuestion,
    TensorCheck,
    TrueFalse,
    Value,
)
from studytui.course.rules.walk import questions, steps

_SYNTAX_ERRORS = ("SyntaxError", "IndentationError", "TabError")


class Source(NamedTuple):
    """A piece of Python."""

    path: Path
    text: str
    expression: bool = False


def sources(lesson: Lesson) -> Iterator[Source]:
    """All pieces, empty ones left out."""
    for path, step in steps(lesson):
        yield from (source for source in _step(path, step) if source.text)
    for path, question in questions(lesson):
        yield from (source for source in _question(path, question) if source.text)


def raises_syntax_error(expect: Expect | None) -> bool:
    """Whether the code is meant not to compile."""
    return expect is not None and expect.raises is not None and expect.raises.startswith(_SYNTAX_ERRORS)


def _step(path: Path, step: AnyStep) -> Iterator[Source]:
    match step:
        case Snippet():
            yield from _snippet(path, step)
        case Wrong():
            yield Source((*path, "setup"), step.setup)
            yield from _expressions((*path, "expect", "values"), step.expect)
        case Derivative() | Contour():
            yield Source((*path, "f"), step.f, expression=True)
        case Exercise():
            for name in ("setup", "starter", "solution"):
                yield Source((*path, name), getattr(step, name))
            yield from _checks(path, step.grade)
        case _:
            pass


def _snippet(path: Path, step: Snippet) -> Iterator[Source]:
    yield Source((*path, "setup"), step.setup)
    if not raises_syntax_error(step.expect):
        yield Source((*path, "code"), step.code)
    yield from _expressions((*path, "expect", "values"), step.expect)
    if step.predict:
        yield Source((*path, "predict", "of"), step.predict.of, expression=True)


def _question(path: Path, question: Question) -> Iterator[Source]:
    yield Source((*path, "proof"), question.proof)
    if not isinstance(question, Bug | Fill):
        yield Source((*path, "code"), question.code)
    match question:
        case Choice() | Multi():
            for index, option in enumerate(question.options):
                yield Source((*path, "options", index, "check"), option.check, expression=True)
        case Curve():
            for index, program in enumerate(question.options):
                yield Source((*path, "options", index, "code"), program.code)
        case TrueFalse():
            yield Source((*path, "check"), question.check, expression=True)
        case ShapeQuestion() | Value():
            yield Source((*path, "of"), question.of, expression=True)
        case Bug() | Fill() | Order():
            yield from _graded(path, question)
        case _:
            pass


def _graded(path: Path, question: Bug | Fill | Order) -> Iterator[Source]:
    match question:
        case Bug():
            yield Source((*path, "solution"), question.solution)
        case Fill():
            yield Source((*path, "code"), fill_in(question.code, question.answers))
        case Order():
            yield Source((*path, "lines"), "\n".join(question.lines))
    yield from _checks(path, question.grade)


def _checks(path: Path, checks: tuple[TensorCheck, ...]) -> Iterator[Source]:
    for index, check in enumerate(checks):
        yield Source((*path, "grade", index, "expr"), check.expr, expression=True)


def _expressions(path: Path, expect: Expect | None) -> Iterator[Source]:
    for expression in expect.values if expect else ():
        yield Source((*path, expression), expression, expression=True)
