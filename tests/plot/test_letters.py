"""Pictures in ASCII: as wide as before, and nothing else in them."""

from __future__ import annotations

import math

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from studytui.plot import Series, View, draw, loss_chart
from studytui.plot.letters import ascii_text, console_text, lettered


@given(st.text(st.characters(exclude_categories=["C", "M", "Z"])))
def test_any_text_keeps_its_width(text: str) -> None:
    assert ascii_text(text).isascii()
    assert len(ascii_text(text)) == cell_len(text)


def test_the_console_keeps_what_its_font_has() -> None:
    assert console_text("é ─ ∞ ½ ⣿ ✓ ≤ 漢") == "é ─ ∞ ½ # v ≤ ??"
    assert ascii_text("Ａ|漢|’") == "A |??|'"


def test_dots_become_the_letters_that_look_like_them() -> None:
    assert [ascii_text(char) for char in "⠒⣿⡇⠁⣀●▲━│"] == ["-", "#", "|", "'", "_", "o", "^", "=", "|"]
    assert ascii_text("⡠") in "/_."
    assert [ascii_text("⠑"), ascii_text("⢄")] != ["/", "/"]


def test_a_falling_curve_is_still_one() -> None:
    series = Series("loss")
    series.extend(range(200), [math.exp(-step / 40) for step in range(200)])
    picture = lettered(draw(loss_chart([series], [], View(), 60), 60, 16), ascii_text)
    rows = picture.plain().splitlines()
    assert picture.plain().isascii()
    ink = [min((i for i, char in enumerate(row[4:-1]) if char not in " |"), default=99) for row in rows[2:10]]
    assert ink[0] <= 2
    assert "\\" in picture.plain()
