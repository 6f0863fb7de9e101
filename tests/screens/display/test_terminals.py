"""The library and a lesson in terminals of several kinds: readable, in colours and letters they have."""

from __future__ import annotations

import pytest

from tests.screens.display.test_lean import PROGRAM, SAMPLES

SIXTEEN = {"default", "black", "red", "green", "brown", "blue", "magenta", "cyan", "white"}
SIXTEEN |= {f"bright{name}" for name in SIXTEEN}


def opened(terminal, size=(80, 24), **variables: str):
    """The app in a terminal, at the first step of a lesson."""
    found = terminal(PROGRAM, str(SAMPLES), "lean", size=size, **{"LC_ALL": "C.UTF-8", **variables})
    found.wait_for("A gradient says how fast")
    found.settle(1.0)
    return found


def text(found) -> str:
    return "\n".join(found.screen.display)


def colours(found) -> set[str]:
    return {colour for row in found.cells() for _, ink, ground, _ in row for colour in (ink, ground)}


@pytest.mark.parametrize("term", ["linux", "screen", "xterm", "tmux-256color"])
def test_a_lesson_and_the_library(terminal, term: str) -> None:
    found = opened(terminal, TERM=term)
    assert (colours(found) <= SIXTEEN) == ("256" not in term)
    found.press("\x1b")
    found.wait_for("Search")
    assert "\x1b" not in text(found)
    if term == "linux":
        text(found).encode("cp437")  # the letters of the console's own font


def test_an_ascii_locale_sees_ascii(terminal) -> None:
    found = opened(terminal, LC_ALL="C", TERM="xterm")
    assert text(found).isascii()
    found.press("n")
    found.wait_for("import torch")
    found.settle()
    assert text(found).isascii()
    assert "?" not in text(found).replace("? Help", "").replace("? help", "")


def test_no_color_leaves_no_colour(terminal) -> None:
    found = opened(terminal, NO_COLOR="1", TERM="xterm-256color")
    named = {colour for colour in colours(found) if colour != "default"}
    assert {colour for colour in named if len({colour[0:2], colour[2:4], colour[4:6]}) > 1} == set()


def test_below_the_least_size_it_says_so_in_words_that_fit(terminal) -> None:
    found = terminal(PROGRAM, str(SAMPLES), "lean", size=(36, 8))
    found.wait_for("needs 60")
    found.wait_for("nothing is lost")


def test_the_size_is_the_terminal_s_whatever_somebody_has_exported(terminal) -> None:
    found = terminal(PROGRAM, str(SAMPLES), "lean", size=(36, 8), COLUMNS="80", LINES="24")
    found.wait_for("needs 60")
