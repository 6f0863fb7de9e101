"""The kinds of question. Every right answer is verified by running code: `check` on an option or claim is
an expression evaluated after `code` (and `proof`), and its truth must equal what the lesson says.
"""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from studytui.course.frozen import Frozen

QuestionId = Annotated[str, Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=48)]


class TensorCheck(Frozen, frozen=True):
    """One thing code must get right: `expr` is evaluated after the learner's code and after the reference
    solution, and the two are compared by shape, dtype, device and values."""

    expr: str
    what: str = ""
    """In words, for the report: "the gradient of w"."""
    value: str = ""
    """What `repr` of it gives after the reference solution; keeps the solution itself from going wrong."""
    rtol: float = 1e-5
    atol: float = 1e-8


class Base(Frozen, frozen=True, kw_only=True):
    """What every question has."""

    id: QuestionId
    prompt: str
    """Markdown with $formulas$."""
    code: str = ""
    """Shown with the question and run first."""
    why: str = ""
    """Shown after answering, right or wrong."""
    proof: str = ""
    """Code that shows the truth: run after `code`, on one key; must end well."""


class Option(Frozen, frozen=True, kw_only=True):
    """One answer of a choice."""

    text: str
    right: bool = False
    why: str = ""
    """Why this one is wrong (or right)."""
    check: str = ""
    """Expression whose truth must equal `right`."""


class Choice(Base, frozen=True, kw_only=True, tag_field="kind", tag="choice"):
    """Exactly one option is right."""

    options: Annotated[tuple[Option, ...], Meta(min_length=2, max_length=9)]


class Multi(Base, frozen=True, kw_only=True, tag_field="kind", tag="multi"):
    """Any number of options is right; all must be found."""

    options: Annotated[tuple[Option, ...], Meta(min_length=2, max_length=9)]


class TrueFalse(Base, frozen=True, kw_only=True, tag_field="kind", tag="truefalse"):
    """A claim that holds or does not."""

    answer: bool
    check: str
    """Expression whose truth must equal `answer`."""


class Output(Base, frozen=True, kw_only=True, tag_field="kind", tag="output"):
    """Predict what `code` prints."""

    answer: str
    accept: tuple[str, ...] = ()
    """Other spellings that count as right."""


class ShapeQuestion(Base, frozen=True, kw_only=True, tag_field="kind", tag="shape"):
    """Predict the shape of `of` after `code`."""

    of: str
    answer: tuple[int, ...]


class Value(Base, frozen=True, kw_only=True, tag_field="kind", tag="value"):
    """Give a number: the value of `of` after `code`, within tolerances."""

    of: str
    answer: float
    rtol: float = 1e-3
    atol: float = 1e-6
    unit: str = ""


class Bug(Base, frozen=True, kw_only=True, tag_field="kind", tag="bug"):
    """`code` is broken: fix it so that the checks pass."""

    solution: str
    grade: Annotated[tuple[TensorCheck, ...], Meta(min_length=1)]
    hints: tuple[str, ...] = ()


class Fill(Base, frozen=True, kw_only=True, tag_field="kind", tag="fill"):
    """`code` has blanks written `___`: fill them so that the checks pass."""

    answers: Annotated[tuple[str, ...], Meta(min_length=1)]
    """One text per blank, in order."""
    grade: Annotated[tuple[TensorCheck, ...], Meta(min_length=1)]
    hints: tuple[str, ...] = ()


class Order(Base, frozen=True, kw_only=True, tag_field="kind", tag="order"):
    """Put the lines in order; shown shuffled, checked by running."""

    lines: Annotated[tuple[str, ...], Meta(min_length=3, max_length=12)]
    """In the right order; a line may hold several lines of code."""
    grade: Annotated[tuple[TensorCheck, ...], Meta(min_length=1)]
    hints: tuple[str, ...] = ()


class CurveOption(Frozen, frozen=True, kw_only=True):
    """A program whose recorded series is drawn as one of the pictures to choose from."""

    code: str
    right: bool = False
    why: str = ""


class Curve(Base, frozen=True, kw_only=True, tag_field="kind", tag="curve"):
    """Which picture belongs to `code`? Each option's picture is the series its own code records."""

    options: Annotated[tuple[CurveOption, ...], Meta(min_length=2, max_length=4)]
    series: str = "loss"


Question = Choice | Multi | TrueFalse | Output | ShapeQuestion | Value | Bug | Fill | Order | Curve
