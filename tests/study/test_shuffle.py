"""Shuffling: always the same for a seed, and it can be undone."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from studytui.study.shuffle import disarranged, shuffled, to_lesson, to_screen


@given(st.integers(0, 12), st.text(max_size=8))
def test_every_item_once_and_the_same_order_again(count: int, seed: str) -> None:
    order = shuffled(count, seed)
    assert sorted(order) == list(range(count))
    assert order == shuffled(count, seed)


@given(st.integers(2, 12), st.text(max_size=8))
def test_lines_never_come_in_the_right_order(count: int, seed: str) -> None:
    assert disarranged(count, seed) != tuple(range(count))
    assert sorted(disarranged(count, seed)) == list(range(count))


@given(st.integers(1, 9), st.text(max_size=8))
def test_screen_and_lesson_numbers_map_back(count: int, seed: str) -> None:
    order = shuffled(count, seed)
    assert to_screen(order, to_lesson(order, range(count))) == tuple(range(count))


def test_the_right_option_is_first_about_as_often_as_elsewhere() -> None:
    places = [shuffled(4, f"question-{number}").index(0) for number in range(400)]
    assert all(60 < places.count(place) < 140 for place in range(4))
    assert disarranged(1, "x") == (0,)
