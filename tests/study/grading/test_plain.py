"""Answers that need no run."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studytui.course.questions import (
    Choice,
    Curve,
    CurveOption,
    Multi,
    Option,
    Output,
    ShapeQuestion,
    TrueFalse,
    Value,
)
from studytui.study.grading.answers import Picked, Said, Typed
from studytui.study.grading.plain import grade_plain, problem
from studytui.study.grading.prose import same_text
from studytui.study.grading.typed import read_shape, read_value

OPTIONS = (
    Option(text="they add up", right=True, why="backward() accumulates."),
    Option(text="the last wins", why="Nothing resets .grad."),
    Option(text="an error", right=False),
)
CHOICE = Choice(id="q", prompt="Two calls?", options=OPTIONS)
MULTI = Multi(id="q", prompt="Which?", options=(*OPTIONS, Option(text="sum of both", right=True)))


def picked(*options: int) -> Picked:
    return Picked(frozenset(options))


def test_a_choice_explains_what_was_picked() -> None:
    good, bad = grade_plain(CHOICE, picked(0)), grade_plain(CHOICE, picked(1))
    assert (good.right, good.details, good.right_answer) == (
        True,
        ("backward() accumulates.",),
        "they add up",
    )
    assert (bad.right, bad.details, bad.right_answer) == (False, ("Nothing resets .grad.",), "they add up")
    assert not grade_plain(CHOICE, picked(0, 1)).right
    assert not grade_plain(CHOICE, picked()).right


@pytest.mark.parametrize(
    ("options", "right", "message"),
    [
        ((0, 3), True, "Right: all of them."),
        ((0,), False, "1 of 2 found."),
        ((0, 1, 3), False, "2 of 2 found, 1 picked that does not hold."),
        ((1, 2), False, "0 of 2 found, 2 picked that do not hold."),
        ((), False, "0 of 2 found."),
    ],
)
def test_multi_wants_all_and_only_the_right_ones(options: tuple[int, ...], right: bool, message: str) -> None:
    verdict = grade_plain(MULTI, picked(*options))
    assert (verdict.right, verdict.message) == (right, message)
    assert verdict.right_answer == "they add up; sum of both"


def test_a_claim_is_true_or_not() -> None:
    claim = TrueFalse(id="q", prompt="x.grad is a leaf", answer=False, check="False")
    assert grade_plain(claim, Said(False)).right
    verdict = grade_plain(claim, Said(True))
    assert (verdict.right, verdict.message) == (False, "No: the claim is false.")


def test_a_curve_is_picked_like_an_option() -> None:
    curve = Curve(
        id="q", prompt="?", code="x", options=(CurveOption(code="a"), CurveOption(code="b", right=True))
    )
    assert grade_plain(curve, picked(1)).right
    assert grade_plain(curve, picked(0)).right_answer == "picture 2"


@pytest.mark.parametrize(
    ("printed", "said", "right"),
    [
        ("tensor([1., 2.])", "tensor([1.0,2.0])", True),
        ("tensor([[1., 2.],\n        [3., 4.]])", "tensor([[1, 2], [3, 4]])", False),
        ("tensor([[1., 2.],\n        [3., 4.]])", " tensor([[1.,2.],[3.,4.]]) \n", True),
        ("tensor([0.3333])", "tensor([0.333])", True),
        ("tensor([0.3333])", "tensor([0.34])", False),
        ("tensor(3)", "tensor(3.)", False),
        ("0.30000000000000004", "0.3", False),
        ("True", "true", False),
        ("tensor(5., grad_fn=<SumBackward0>)", "tensor(5., grad_fn=<MulBackward0>)", False),
        ("-1e-08", "-1E-8", True),
        ("nan", "nan", True),
        ("007", "7", True),
        ("a\nb", "a b", True),
        ("", "  ", True),
        ("-0", "0", True),
        ("12", "-12", False),
    ],
)
def test_printed_text_is_compared_by_what_it_says(printed: str, said: str, right: bool) -> None:
    question = Output(id="q", prompt="?", code="print(x)", answer=printed)
    assert grade_plain(question, Typed(said)).right is right


def test_output_accepts_other_spellings_and_tells_the_line() -> None:
    question = Output(id="q", prompt="?", answer="1\n2\n3", accept=("one two three",))
    assert grade_plain(question, Typed("one  two three")).right
    assert grade_plain(question, Typed("1\n5\n3")).details == ("line 2: it prints 2", "line 2: you said 5")
    assert grade_plain(question, Typed("1\n2")).details == ("it prints 3 lines, you gave 2",)


@given(st.lists(st.floats(-1e6, 1e6) | st.integers(-(10**30), 10**30) | st.text(max_size=5)))
def test_any_text_says_the_same_as_itself_however_spaced(parts: list[object]) -> None:
    text = repr(parts)
    assert same_text(text, text)
    assert same_text(text, f"\n {text}\t")


@pytest.mark.parametrize(
    "text", ["[2, 3]", "(2,3)", "torch.Size([2, 3])", "2 3", "2x3", " 2 × 3 ", "size 2, 3", "(2, 3,)"]
)
def test_shapes_may_be_written_in_many_ways(text: str) -> None:
    assert read_shape(text) == (2, 3)


@pytest.mark.parametrize("text", ["", "two by three", "[2, -1]", "[2.5]", "2;3"])
def test_what_is_no_shape_is_not_a_wrong_answer(text: str) -> None:
    question = ShapeQuestion(id="q", prompt="?", of="x", answer=(2, 3))
    assert read_shape(text) is None
    assert "no shape" in str(problem(question, Typed(text)))


@pytest.mark.parametrize("text", ["()", "[]", "scalar", "torch.Size([])", "( )"])
def test_no_dimensions(text: str) -> None:
    question = ShapeQuestion(id="q", prompt="?", of="x", answer=())
    assert problem(question, Typed(text)) is None
    assert grade_plain(question, Typed(text)).right


def test_a_wrong_shape_tells_the_difference_and_the_number_of_dimensions() -> None:
    question = ShapeQuestion(id="q", prompt="?", of="x", answer=(3,))
    verdict = grade_plain(question, Typed("[1, 3]"))
    assert verdict.message == "shape: expected [3], got [1, 3] (only dimensions of size 1 differ)"
    assert verdict.details == ("It has 1 dimension.",)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0.25", 0.25),
        ("1/4", 0.25),
        ("25%", 0.25),
        ("2.5e-1", 0.25),
        ("0.25 MiB", 0.25),
        ("−3", -3.0),
        ("1 000", 1000.0),
        ("1_000", 1000.0),
        ("inf", float("inf")),
        ("x", None),
        ("", None),
        ("1/0", None),
    ],
)
def test_values_may_be_written_in_many_ways(text: str, value: float | None) -> None:
    assert read_value(text, "MiB") == value


def test_a_value_is_right_within_its_tolerance() -> None:
    question = Value(id="q", prompt="?", of="x", answer=2.0, rtol=0.01, atol=0.0, unit="MiB")
    assert grade_plain(question, Typed("2.019")).right
    verdict = grade_plain(question, Typed("2.021"))
    assert (verdict.right, verdict.message, verdict.right_answer) == (False, "2.021 is not it.", "2 MiB")
    assert problem(question, Typed("much")) == "much is no number: write it like 0.25, 1e-3 or 1/4."
    assert problem(CHOICE, picked()) == "Nothing is picked yet."


def test_an_answer_of_another_form_is_a_mistake_of_the_program() -> None:
    with pytest.raises(TypeError, match="expected an answer of form Picked, got Said"):
        grade_plain(CHOICE, Said(True))
