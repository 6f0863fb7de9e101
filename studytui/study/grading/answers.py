"""What a learner can answer: one frozen type per form of answer."""

from __future__ import annotations

from msgspec import Struct


class Answer(Struct, frozen=True, tag_field="form"):
    """Base of all answers."""


class Picked(Answer, frozen=True, tag="picked"):
    """`choice`, `multi` and `curve`: the options picked, counted from 0 in the lesson's own order."""

    options: frozenset[int]


class Said(Answer, frozen=True, tag="said"):
    """`truefalse`: whether the claim holds."""

    holds: bool


class Typed(Answer, frozen=True, tag="typed"):
    """`output`, `shape` and `value`: what was typed."""

    text: str


class Coded(Answer, frozen=True, tag="coded"):
    """`bug` and exercises: the whole code."""

    code: str


class Filled(Answer, frozen=True, tag="filled"):
    """`fill`: one text per blank, in order."""

    blanks: tuple[str, ...]


class Ordered(Answer, frozen=True, tag="ordered"):
    """`order`: the lesson's line numbers (from 0) in the order the learner put them."""

    lines: tuple[int, ...]


AnyAnswer = Picked | Said | Typed | Coded | Filled | Ordered
