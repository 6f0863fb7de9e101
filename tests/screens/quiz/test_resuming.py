"""Leaving in the middle and coming back: the same question, the same half-typed answer, for every kind."""

from __future__ import annotations

import pytest

from studytui.course.model import Exercise
from studytui.course.questions import (
    Bug,
    Choice,
    Fill,
    Multi,
    Option,
    Order,
    Output,
    TensorCheck,
    TrueFalse,
)
from studytui.study.grading.answers import Coded, Filled, Ordered, Picked, Said, Typed
from studytui.tui.screens.quiz import kept
from studytui.tui.screens.quiz.screen import Stage
from studytui.tui.widgets.editor import CodeEditor

CHECK = (TensorCheck(expr="x"),)
OPTIONS = tuple(Option(text=text, right=text == "b") for text in "abc")
BUG = Bug(id="bug", prompt="Repair.", code="x = 1\n", solution="x = 2\n", grade=CHECK, hints=("It is two.",))
KINDS = [
    (Choice(id="choice", prompt="Which?", options=OPTIONS), ["2"]),
    (Multi(id="multi", prompt="Which?", options=OPTIONS), ["1", "3"]),
    (TrueFalse(id="claim", prompt="So?", answer=True, check="True"), ["f"]),
    (Output(id="output", prompt="What?", code="print(12)", answer="12"), ["1"]),
    (BUG, ["y"]),
    (
        Fill(id="fill", prompt="Fill.", code="x = ___ + ___", answers=("1", "2"), grade=CHECK),
        ["7", "enter", "8"],
    ),
    (Order(id="order", prompt="Order.", lines=("x = 1", "x += 1", "x *= 3"), grade=CHECK), ["space", "down"]),
]


@pytest.mark.parametrize(("question", "keys"), KINDS, ids=lambda value: getattr(value, "id", ""))
async def test_a_half_given_answer_is_there_again(opened, asked, answered, until, question, keys) -> None:
    first = TrueFalse(id="first", prompt="First?", answer=True, check="True")
    async with opened(first, question) as (screen, pilot):
        await pilot.press("t", "enter")
        await answered(pilot)
        await pilot.press("n")
        await asked(pilot)
        await pilot.press(*keys)
        given = screen.page.box.answer()
        if isinstance(screen.focused, CodeEditor):  # which the first Esc leaves
            await pilot.press("escape")
            await until(pilot, lambda: not isinstance(screen.focused, CodeEditor))
        await pilot.press("escape")
        await until(pilot, lambda: not screen.is_current)
    async with opened(first, question) as (screen, pilot):
        assert screen.played.current.question is question
        assert screen.played.place == 1
        assert screen.page.box.answer() == given != None  # noqa: E711
        assert screen.played.answered[0].verdict.right


async def test_what_was_typed_is_written_down_without_leaving(opened, store, until) -> None:
    """A dropped line or a killed app loses half a second of typing at most."""
    async with opened(BUG) as (screen, pilot):
        await pilot.press("f7", "z")
        await until(pilot, lambda: kept.kept_round(store, "autograd/check"))
        await until(pilot, lambda: "z" in kept.kept_round(store, "autograd/check").typed.code)
        assert kept.kept_round(store, "autograd/check").hints == 1
        assert screen.stage is Stage.ASKING


async def test_a_round_that_is_over_begins_anew(opened, answered, until) -> None:
    claim = KINDS[2][0]
    async with opened(claim) as (screen, pilot):
        await pilot.press("t", "enter")
        await answered(pilot)
        await pilot.press("n")
        await until(pilot, lambda: screen.over)
    async with opened(claim) as (screen, pilot):
        assert screen.asking
        assert screen.played.place == 0


async def test_what_cannot_be_read_costs_no_attempt(opened, seen) -> None:
    async with opened(BUG) as (screen, pilot):
        await pilot.press("(", "f5")
        await seen(pilot, "Line 1 is not Python yet")
        assert screen.stage is Stage.ASKING
        assert screen.played.attempts == 0
        assert screen.page.box.answer() == Coded("(x = 1")


FORMS = (Coded("x"), Filled(("a",)), Ordered((2, 0, 1)), Picked(frozenset({1, 2})), Said(False), Typed("é"))


@pytest.mark.parametrize("answer", FORMS, ids=lambda answer: type(answer).__name__)
def test_every_form_of_answer_can_be_kept(store, answer) -> None:
    from studytui.tui.screens.quiz.manner import Manner
    from studytui.tui.screens.quiz.session import Asked, Round

    exercise = Exercise(id="e", prompt="p", starter="x", solution="x", grade=CHECK)
    played = Round((Asked("lesson", "Title", exercise),), Manner("name"))
    kept.keep(store, played, answer)
    assert kept.kept_round(store, "name").typed == answer
