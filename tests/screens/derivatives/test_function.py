"""What the two inputs may say."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studytui.tui.screens.derivatives.function import Function, read_function, read_range

finite = st.floats(allow_nan=False, allow_infinity=False)


@pytest.mark.parametrize("text", ["-3 3", "-3, 3", "[-3, 3]", "-3 .. 3", "-3..3", "-3 to 3", " -3 ; 3 "])
def test_ranges_as_people_write_them(text: str) -> None:
    assert read_range(text) == (-3.0, 3.0)


@pytest.mark.parametrize(
    ("text", "words"),
    [("", "no range"), ("1", "no range"), ("a b", "no range"), ("3 -3", "empty"), ("0 inf", "finite")],
)
def test_what_is_no_range_is_told_in_words(text: str, words: str) -> None:
    assert words in str(read_range(text))


@pytest.mark.parametrize("text", ["x**2", "f(x) = x**2", "y = x**2", "  x**2 "])
def test_the_name_of_the_function_may_be_written_out(text: str) -> None:
    assert read_function(text, "0 1") == Function("x**2", 0.0, 1.0)


def test_a_comparison_is_no_name() -> None:
    assert read_function("(x == 0) * 1.0", "0 1") == Function("(x == 0) * 1.0", 0.0, 1.0)


def test_nothing_is_no_function() -> None:
    assert "f(x) is empty" in str(read_function("  ", "0 1"))


@given(finite, finite)
def test_any_two_numbers_in_order_are_a_range(a: float, b: float) -> None:
    low, high = min(a, b), max(a, b)
    if low < high:
        assert read_range(f"{low!r} {high!r}") == (low, high)


@given(st.text(max_size=40))
def test_any_text_gives_a_range_or_words(text: str) -> None:
    result = read_range(text)
    assert isinstance(result, str) or result[0] < result[1]
