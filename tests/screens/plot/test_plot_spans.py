"""Only what changed is sent, and what was sent makes the new picture."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.style import Style

from studytui.plot import Span
from studytui.tui.widgets.plot_spans import GAP, changed, strip

WIDTH = 60
rows = st.lists(st.sampled_from(" ⣿│×a"), min_size=WIDTH, max_size=WIDTH).map("".join)


def row(text: str, role: str = "axis") -> tuple[Span, ...]:
    return (Span(text, role),)


def test_an_unchanged_row_costs_nothing() -> None:
    assert changed(row("abc"), row("abc")) == []


def test_one_cell_is_one_span() -> None:
    assert changed(row("....."), row("..x..")) == [(2, 3)]


def test_another_colour_is_a_change() -> None:
    assert changed(row("abc"), row("abc", "title")) == [(0, 3)]


def test_near_changes_are_sent_together_and_far_ones_apart() -> None:
    near = "x" + "." * GAP + "x"
    far = "x" + "." * (GAP + 1) + "x"
    assert changed(row("." * len(near)), row(near)) == [(0, len(near))]
    assert changed(row("." * len(far)), row(far)) == [(0, 1), (len(far) - 1, len(far))]


def test_a_row_with_wide_characters_is_sent_whole() -> None:
    assert changed(row("ab"), row("好")) == [(0, 1)]


@given(rows, rows)
def test_old_cells_with_the_changed_spans_laid_over_them_are_the_new_row(old: str, new: str) -> None:
    painted = list(old)
    for start, end in changed(row(old), row(new)):
        painted[start:end] = new[start:end]
    assert "".join(painted) == new


@given(rows, st.lists(st.integers(0, WIDTH)))
def test_cutting_a_strip_changes_where_segments_end_and_nothing_else(text: str, cuts: list[int]) -> None:
    made = strip((Span(text[:20], "axis"), Span(text[20:], "title")), lambda role: Style(), cuts)
    assert made.text == text
    edges, column = {0}, 0
    for segment in made:
        column += len(segment.text)
        edges.add(column)
    assert {20, *cuts} <= edges
