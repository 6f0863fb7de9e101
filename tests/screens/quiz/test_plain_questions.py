"""Questions judged at once: by keys alone, right and wrong, at both sizes."""

from __future__ import annotations

import pytest

from studytui.course.questions import Choice, Multi, Option, Output, ShapeQuestion, TrueFalse, Value
from studytui.study.schedule.card import Rating
from studytui.tui.screens.quiz.screen import Stage

CHOICE = Choice(
    id="twice",
    prompt="What does `x.grad` hold after **two** calls of `backward()` for $y=x^2$ at 3?",
    code="import torch\nx = torch.tensor(3., requires_grad=True)",
    options=(
        Option(text="`tensor(6.)`", why="Nothing sets it back between the calls."),
        Option(text="`tensor(12.)`", right=True, why="6 and 6 add up."),
        Option(text="an error", why="Each call has a graph of its own."),
    ),
    why="Gradients accumulate.",
    proof="print('proved')",
)
MULTI = Multi(
    id="views",
    prompt="Which share storage with `x`?",
    options=(
        Option(text="`x.view(-1)`", right=True),
        Option(text="`x.t()`", right=True),
        Option(text="`x.clone()`", why="A clone is a copy."),
    ),
)
CLAIM = TrueFalse(id="detach", prompt="`x.detach()` copies the data.", answer=False, check="False")
PRINTS = Output(id="prints", prompt="And this?", code="print(1 + 1)", answer="2")
SHAPE = ShapeQuestion(
    id="shape", prompt="Which shape?", code="y = torch.zeros(2, 3).sum(0)", of="y", answer=(3,)
)
VALUE = Value(id="value", prompt="How much?", code="y = 1 / 4", of="y", answer=0.25)


def place_of(screen, text: str) -> str:
    """The digit beside the option that holds this text."""
    rows = screen.query("OptionRow")
    return next(str(place) for place, row in enumerate(rows, 1) if text in row._text)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_a_wrong_choice_is_explained_option_by_option(opened, seen, size) -> None:
    async with opened(CHOICE, size=size) as (screen, pilot):
        await pilot.press(place_of(screen, "an error"), "enter")
        text = await seen(pilot, "›1 again", "Gradients accumulate.")
        assert "✗ wrong  an error" in text
        assert "✓ right  tensor(12.)" in text
        assert "Each call has a graph of its own." in text
        assert "Nothing sets it back" in text
        assert "✗ Not this one." in text


async def test_a_right_choice_is_kept_and_scheduled_at_once(opened, store, answered) -> None:
    async with opened(CHOICE) as (screen, pilot):
        await pilot.press(place_of(screen, "12."), "enter")
        await answered(pilot)
        [answer] = store.answers("autograd")
        assert (answer.question, answer.right, answer.given) == ("twice", True, "2")
        card = store.card("autograd/twice")
        assert card is not None
        assert card.due > card.last_review


async def test_options_come_in_another_order_but_always_the_same(opened) -> None:
    orders = []
    for _ in range(2):
        async with opened(CHOICE) as (screen, _pilot):
            orders.append([row._text for row in screen.query("OptionRow")])
    assert orders[0] == orders[1]


async def test_enter_without_a_choice_is_no_answer(opened, seen, store) -> None:
    async with opened(CHOICE) as (screen, pilot):
        await pilot.press("enter")
        await seen(pilot, "Nothing is picked yet.")
        assert screen.stage is Stage.ASKING
        assert store.answers("autograd") == ()


@pytest.mark.parametrize(
    ("picked", "right"), [(("view", "x.t()"), True), (("view",), False), (("clone",), False)]
)
async def test_all_right_options_must_be_found(opened, answered, picked, right) -> None:
    async with opened(MULTI) as (screen, pilot):
        for text in picked:
            await pilot.press(place_of(screen, text))
        await pilot.press("enter")
        await answered(pilot)
        assert screen.played.answered[0].verdict.right is right


async def test_space_and_arrows_pick_as_well(opened) -> None:
    async with opened(MULTI) as (screen, pilot):
        await pilot.press("space", "down", "down", "space", "up", "space", "space")
        picked = [row.picked for row in screen.query("OptionRow")]
        assert picked == [True, False, True]


@pytest.mark.parametrize(("key", "right"), [("f", True), ("t", False)])
async def test_true_or_false(opened, answered, key, right) -> None:
    async with opened(CLAIM) as (screen, pilot):
        await pilot.press(key, "enter")
        await answered(pilot)
        assert screen.played.answered[0].verdict.right is right


@pytest.mark.parametrize(
    ("question", "typed", "right"),
    [
        (PRINTS, "2", True),
        (PRINTS, "3", False),
        (SHAPE, "3", True),
        (SHAPE, "2 3", False),
        (VALUE, "1/4", True),
        (VALUE, "0.5", False),
    ],
    ids=lambda value: getattr(value, "id", str(value)),
)
async def test_typed_answers(opened, answered, question, typed, right) -> None:
    async with opened(question) as (screen, pilot):
        await pilot.press(*(" " if key == " " else key for key in typed), "enter")
        await answered(pilot)
        assert screen.played.answered[0].verdict.right is right


async def test_a_slip_of_the_fingers_is_no_wrong_answer(opened, seen) -> None:
    async with opened(SHAPE) as (screen, pilot):
        await pilot.press("q", "enter")
        await seen(pilot, "is no shape")
        assert screen.stage is Stage.ASKING


async def test_giving_up_shows_the_answer_and_counts_as_not_known(opened, seen) -> None:
    async with opened(VALUE) as (screen, pilot):
        await pilot.press("f7")
        await seen(pilot, "0.25")
        assert screen.played.answered[0].rating is Rating.AGAIN


async def test_digits_overrule_the_suggested_rating(opened, store, answered, seen) -> None:
    async with opened(CLAIM) as (screen, pilot):
        await pilot.press("t", "enter")
        await answered(pilot)
        early = store.card("autograd/detach").due
        await pilot.press("4")
        await seen(pilot, "›4 easy")
        assert screen.played.answered[0].rating is Rating.EASY
        assert store.card("autograd/detach").due > early
        assert store.card("autograd/detach").reviews == 1


async def test_a_round_ends_with_the_score_and_what_to_revisit(opened, asked, answered, seen) -> None:
    async with opened(CLAIM, PRINTS) as (screen, pilot):
        await pilot.press("f", "enter")
        await answered(pilot)
        await seen(pilot, "question 1 of 2")
        await pilot.press("n")
        await asked(pilot)
        await pilot.press("5", "enter")
        await answered(pilot)
        await pilot.press("enter")
        await seen(pilot, "1 of 2 right", "And this? (again)")
        assert screen.stage is Stage.OVER


async def test_leaving_tells_whether_all_was_answered(opened, until) -> None:
    results: list[bool | None] = []
    async with opened(CLAIM, done=results.append) as (_screen, pilot):
        await pilot.press("escape")
        await until(pilot, lambda: results)
    assert results == [False]
