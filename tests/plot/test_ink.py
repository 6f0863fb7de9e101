"""Colours that code chose: roles of the theme where they are matplotlib's own, readable ones otherwise."""

from __future__ import annotations

import colorsys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studytui.plot.ink import ink_role, readable, rgb
from studytui.plot.picture import Picture, Span


@pytest.mark.parametrize(
    ("ink", "role"),
    [("C3", "series-3"), ("#87CEEB", "ink-87ceeb"), (None, "series-5"), ("red", "series-5"), (7, "series-5")],
)
def test_roles(ink: object, role: str) -> None:
    assert ink_role(ink, 5) == role


@given(st.text("0123456789abcdef", min_size=6, max_size=6), st.sampled_from([True, False, None]))
def test_every_colour_is_readable_and_keeps_its_hue(colour: str, dark: bool | None) -> None:
    found = readable(colour, dark)
    red, green, blue = (part / 255 for part in rgb(found))
    hue, light, _ = colorsys.rgb_to_hls(red, green, blue)
    assert (light >= 0.34) if dark is None else (light >= 0.44) is dark or light <= 0.51
    before = colorsys.rgb_to_hls(*(part / 255 for part in rgb(colour)))
    if before[2] > 0.3 and 0.2 < before[1] < 0.8:
        assert min(abs(hue - before[0]), 1 - abs(hue - before[0])) < 0.02


def test_a_plain_terminal_gets_true_colours() -> None:
    picture = Picture(1, 1, ((Span("•", "ink-000000"),),))
    assert picture.ansi() == "\x1b[38;2;89;89;89m•\x1b[0m"
