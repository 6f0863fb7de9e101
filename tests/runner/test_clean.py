"""Text from a run is shown without anything a terminal would act on."""

import itertools
import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studytui.runner.clean import PAYLOAD, Cleaner, clean, label

SGR = re.compile(r"\x1b\[[0-9;:]*m")
SEQUENCES = [
    "\x1b",
    "\x9b",
    "[",
    "]",
    "P",
    "_",
    "52;c;",
    "31",
    ";",
    ":",
    "m",
    "H",
    "2J",
    "?25l",
    "\x07",
    "\x1b\\",
    "\x9c",
]
CONTROLS = [
    "\r",
    "\n",
    "\t",
    "\b",
    "\x00",
    "\x0b",
    "\x18",
    "\x7f",
    "\x85",
    "\x90",
    "\u202e",
    "\u2066",
    "\u2028",
    "\ud800",
]
PIECES = st.sampled_from([*SEQUENCES, *CONTROLS, " ", "/", "a", "é", "界"])
HOSTILE = st.lists(PIECES | st.characters(), max_size=60).map("".join)


def dangers(text: str) -> list[str]:
    """Characters left, colours aside, that a terminal would act on, told without the code under test."""
    rest = SGR.sub("", text)
    kept = "\n\r\t"
    bidi = ("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI")
    return [
        c
        for c in rest
        if (unicodedata.category(c) in ("Cc", "Cs", "Co", "Zl", "Zp") and c not in kept)
        or unicodedata.bidirectional(c) in bidi
        or c in "\u200e\u200f\u061c"
    ]


@given(HOSTILE)
def test_nothing_that_moves_the_cursor_or_sets_the_clipboard_survives(text):
    assert dangers(clean(text)) == []


@given(HOSTILE, st.lists(st.integers(0, 60), max_size=8))
def test_pieces_give_the_same_as_the_whole(text, cuts):
    cleaner, edges = Cleaner(), [0, *sorted(min(c, len(text)) for c in cuts), len(text)]
    shown = [cleaner.feed(text[a:b]) for a, b in itertools.pairwise(edges)]
    assert "".join([*shown, cleaner.finish()]) == clean(text)
    assert all(dangers(part) == [] for part in shown)


@given(
    st.text(
        st.characters(exclude_categories=("Cc", "Cs", "Co", "Cf", "Zl", "Zp")) | st.sampled_from("\n\r\t")
    )
)
def test_ordinary_text_is_untouched(text):
    assert clean(text) == text


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("a\x1b[31mred\x1b[0m", "a\x1b[31mred\x1b[0m"),
        ("\x1b[38;2;1;2;3mx\x1b[4:3m", "\x1b[38;2;1;2;3mx\x1b[4:3m"),
        ("50%\r100%\n", "50%\r100%\n"),
        ("a\x1b]52;c;ZXZpbA==\x07b", "ab"),
        ("a\x1b]0;title\x1b\\b", "ab"),
        ("a\x9d52;c;x\x9cb", "ab"),
        ("a\x1bPq#0;2\x1b\\b", "ab"),
        ("a\x1b[2J\x1b[H\x1b[?1049hb", "ab"),
        ("a\x9b31mb", "ab"),
        ("a\x1b[>4;2mb", "ab"),
        ("a\x1bcb\x1b(0c\x1b7d", "abcd"),
        ("never closed \x1b]0;x\nnext line", "never closed \nnext line"),
        ("torn \x1b[3\x1b[2J1m", "torn 1m"),
        ("\x07\x08\x0b\x00", "\ufffd\ufffd\ufffd\ufffd"),
        ("user\u202egnp.exe", "usergnp.exe"),
    ],
)
def test_what_is_shown_of(said, shown):
    assert clean(said) == shown


def test_an_endless_payload_is_not_hoarded():
    cleaner = Cleaner()
    shown = cleaner.feed("\x1b]") + "".join(cleaner.feed("x" * 100) for _ in range(100)) + cleaner.finish()
    assert shown == "x" * (10_000 - PAYLOAD)


def test_a_label_is_one_short_line():
    assert label("loss\n\x1b[31mred\x1b[0m\x1b]0;t\x07") == "loss red"
    assert len(label("x" * 5000)) == 200
