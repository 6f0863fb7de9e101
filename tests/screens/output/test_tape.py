"""Output as a terminal shows it: newlines, carriage returns, colours, wrapping, bounds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.color import Color
from rich.segment import Segment

from studytui.tui.widgets.line import Line, wrapped
from studytui.tui.widgets.output.sgr import apply
from studytui.tui.widgets.output.tape import Tape

PRINTABLE = st.characters(min_codepoint=33, max_codepoint=126)


def shown(*pieces: str) -> list[str]:
    tape = Tape()
    for piece in pieces:
        tape.write(piece)
    return [line.text for line in [*tape.lines, tape.last]]


def test_lines_end_at_newlines_wherever_the_pieces_are_cut() -> None:
    assert shown("a", "b\nc", "d\n") == ["ab", "cd", ""]


def test_a_carriage_return_writes_over_the_line_as_progress_bars_do() -> None:
    assert shown("  5%", "\r 50%", "\r100%\n") == ["100%", ""]
    assert shown("loading...\rdone") == ["doneing..."]


def test_tabs_stand_at_every_eighth_column_and_backspace_goes_back() -> None:
    assert shown("a\tb") == ["a       b"]
    assert shown("ab\bc") == ["ac"]


def test_colours_last_until_they_are_reset_also_across_lines() -> None:
    tape = Tape()
    tape.write("\x1b[31mred\nstill\x1b[0m plain")
    [segment] = tape.lines[0]
    assert segment.style is not None
    assert segment.style.color == Color.from_ansi(1)
    first, second = tape.last
    assert (first.text, second.text) == ("still", " plain")
    assert first.style is not None
    assert first.style.color == Color.from_ansi(1)
    assert not second.style


@pytest.mark.parametrize(
    ("parameters", "colour"),
    [
        ("38;5;208", Color.from_ansi(208)),
        ("38;2;1;2;3", Color.from_rgb(1, 2, 3)),
        ("95", Color.from_ansi(13)),
    ],
)
def test_256_colours_and_rgb(parameters: str, colour: Color) -> None:
    from rich.style import Style

    assert apply(Style.null(), parameters).color == colour


@given(st.text(alphabet="0123456789;:", max_size=20))
def test_no_colour_code_is_an_error(parameters: str) -> None:
    from rich.style import Style

    apply(Style.null(), parameters)


@given(st.text(), st.integers(0, 40))
def test_how_the_text_is_cut_into_pieces_does_not_matter(text: str, at: int) -> None:
    clean = text.replace("\x1b", "")
    assert shown(clean[:at], clean[at:]) == shown(clean)


def test_only_the_newest_lines_are_kept_and_the_others_counted() -> None:
    tape = Tape(limit=100)
    for number in range(1000):
        tape.write(f"{number}\n")
    assert len(tape.lines) <= 110
    assert tape.lines[-1].text == "999"
    assert tape.dropped + len(tape.lines) == 1000


@given(st.text(alphabet=PRINTABLE, min_size=1, max_size=200), st.integers(5, 40))
def test_wrapping_loses_nothing_and_no_row_is_too_wide(text: str, width: int) -> None:
    rows = wrapped(Line([Segment(text)]), width)
    assert "".join(row.text for row in rows) == text
    assert all(row.cell_length <= width for row in rows)


def test_wrapping_prefers_blanks_and_indents_what_hangs() -> None:
    words = Line([Segment("one two three four five")])
    assert [row.text for row in wrapped(words, 12)] == ["one two ", "three four ", "five"]
    assert [row.text for row in wrapped(words, 12, hang=2)] == ["one two ", "  three ", "  four five"]


@given(
    st.text(alphabet="ab ", min_size=1, max_size=120),
    st.integers(0, 120),
    st.integers(2, 30),
    st.integers(0, 30),
)
def test_a_line_is_cut_at_the_same_places_whatever_its_colours(text, at, width, hang) -> None:
    plain, coloured = Line([Segment(text)]), Line([Segment(text[:at]), Segment(text[at:])])
    rows = [row.text for row in wrapped(plain, width, hang)]
    assert rows == [row.text for row in wrapped(coloured, width, hang)]
    indent = min(hang, width // 2)
    assert "".join([rows[0], *(row[indent:] for row in rows[1:])]) == text
