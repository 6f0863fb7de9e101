"""Fewer bytes, the same screen."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from studytui.tui.display.shadow import GAP, Shadow
from tests.screens.conftest import PATIENCE

SAMPLES = Path(__file__).parents[1] / "data" / "lessons"
PROGRAM = """
import sys
from pathlib import Path
from studytui.course.library import Library
from studytui.runner.request import RunnerOptions
from studytui.settings.model import Settings
from studytui.study.store import Store
from studytui.tui.app import StudyApp
from studytui.tui.opening import First
app = StudyApp(Library.open(Path(sys.argv[1])), Store.in_memory(""), RunnerOptions(),
               first=First("sample"), warm=False, remote=True,
               settings=Settings(lean="yes" if sys.argv[2] == "lean" else "no"))
app.run()
"""

KEYS = [
    "n",
    "\r",
    "abc",
    "\x1b[B",
    "\r",
    "def f():",
    "\r",
    "x",
    "\x1bOP",
    "\x1b[6~",
    "\x1b",
    "\x1b",
    "t",
    "n",
    "p",
]
KEY_BUDGET = 250
"""Bytes for one key in the editor at 80×24."""


def begun(terminal) -> None:
    """The first screen is there."""
    terminal.wait_for("1 of 7")
    terminal.settle(1.0)


def comes_to(condition: Callable[[], bool], *terminals) -> bool:
    """Whether it becomes so; a busy machine may take its time over what the terminals show."""
    end = time.monotonic() + PATIENCE
    while not condition():
        if time.monotonic() > end:
            return False
        for one in terminals:
            one.settle(0.5)
    return True


def same(lean, plain) -> bool:
    """Whether both come to show the same."""
    return comes_to(lambda: lean.cells() == plain.cells(), lean, plain)


@pytest.mark.parametrize(("columns", "rows"), [(60, 20), (80, 24), (120, 40)])
def test_every_cell_is_as_textual_itself_would_draw_it(terminal, columns: int, rows: int) -> None:
    plain, lean = (terminal(PROGRAM, str(SAMPLES), mode, size=(columns, rows)) for mode in ("plain", "lean"))
    for one in (plain, lean):
        begun(one)
    assert same(lean, plain)
    for keys in KEYS:
        plain.press(keys)
        lean.press(keys)
        assert same(lean, plain), f"after {keys!r}"
    assert lean.received * 2 < plain.received


def test_a_key_in_the_editor_costs_few_bytes_and_rest_costs_none(terminal) -> None:
    lean = terminal(PROGRAM, str(SAMPLES), "lean")
    begun(lean)
    lean.send("n")
    lean.wait_for("2 of 7")
    lean.press("\r")
    lean.wait_for("F10 Next")
    lean.settle(1.0)
    costs = [lean.press(key) for key in "wxyz"]
    assert max(costs[1:]) <= KEY_BUDGET, costs
    assert lean.settle(1.0) == 0


def test_redraw_repairs_what_something_else_wrote_over(terminal) -> None:
    lean = terminal(PROGRAM, str(SAMPLES), "lean")
    begun(lean)
    before = lean.cells()
    lean.screen.draw("kilroy was here")
    lean.press("\x0c")
    assert comes_to(lambda: lean.cells() == before, lean)


COLOURS = st.sampled_from([None, Style(color="red"), Style(bold=True)])
STRIPS = st.lists(st.tuples(st.text("ab ", max_size=9), COLOURS), max_size=4)


@given(st.lists(st.tuples(st.integers(0, 2), st.integers(0, 19), STRIPS), max_size=12))
def test_what_is_sent_makes_the_terminal_show_what_was_asked(updates) -> None:
    shadow = Shadow(20, 3)
    asked: dict[tuple[int, int], object] = {}
    shown: dict[tuple[int, int], object] = {}
    for row, column, parts in updates:
        strip = Strip([Segment(text, style) for text, style in parts])
        cells = [(character, style) for text, style in parts for character in text][: 20 - column]
        asked |= {(row, column + place): cell for place, cell in enumerate(cells)}
        for start, run in shadow.changes(row, column, strip) or ():
            shown |= {(row, start + place): cell for place, cell in enumerate(run)}
    assert shown == asked


def test_what_is_shown_already_is_not_sent_again_and_near_changes_are_joined() -> None:
    shadow = Shadow(40, 1)
    shadow.changes(0, 0, Strip([Segment("a" * 40)]))
    assert shadow.changes(0, 0, Strip([Segment("a" * 40)])) == []
    near = "b" + "a" * (GAP - 1) + "b"
    runs = shadow.changes(0, 0, Strip([Segment(near)]))
    assert runs is not None
    assert [start for start, _ in runs] == [0]
    far = "c" + "a" * (GAP + 5) + "c"
    runs = shadow.changes(0, 10, Strip([Segment(far)]))
    assert runs is not None
    assert [start for start, _ in runs] == [10, 10 + len(far) - 1]


def test_wide_text_is_sent_whole_and_then_not_trusted() -> None:
    shadow = Shadow(20, 1)
    assert shadow.changes(0, 0, Strip([Segment("日本")])) is None
    assert shadow.changes(0, 0, Strip([Segment("ab")])) == [(0, [("a", None), ("b", None)])]


def test_behind_wide_text_nothing_is_trusted_to_stand_where_it_did() -> None:
    shadow = Shadow(20, 2)
    for row in (0, 1):
        shadow.changes(row, 10, Strip([Segment("right")]))
    shadow.changes(0, 0, Strip([Segment("👩‍💻")]))
    assert shadow.changes(0, 10, Strip([Segment("right")])) == [(10, [(letter, None) for letter in "right"])]
    assert shadow.changes(1, 10, Strip([Segment("right")])) == []


WIDE_PROGRAM = """
import sys
from textual.app import App
from textual.containers import Horizontal
from textual.widgets import Static, TextArea
from studytui.tui.display import LeanDisplay
class Wide(LeanDisplay, App):
    lean = sys.argv[1] == "lean"
    def compose(self):
        with Horizontal():
            area = TextArea("日本語 text\\n# 🎉 party\\n👩\u200d💻 at work\\nplain\\ne\u0301 combining")
            area.cursor_blink = False
            yield area
            yield Static("right side of it\\nright\\nright, again\\nand more")
Wide().run()
"""
WIDE_KEYS = [
    "x",
    "\x1b[B",
    "漢",
    "\x1b[B",
    "y",
    "🎉",
    "\x7f",
    "\x1b[B",
    "z",
    "👩\u200d💻",
    "\x1b[A",
    "\x7f",
    "\r",
    "ö",
]


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
def test_wide_letters_emoji_and_joined_emoji_come_out_as_textual_itself_draws_them(terminal, size) -> None:
    plain, lean = (terminal(WIDE_PROGRAM, mode, size=size) for mode in ("plain", "lean"))
    for one in (plain, lean):
        one.wait_for("and more")
        one.settle(1.0)
    assert same(lean, plain)
    for keys in WIDE_KEYS:
        plain.press(keys)
        lean.press(keys)
        assert same(lean, plain), f"after {keys!r}"


STUCK_PROGRAM = """
import asyncio, sys
from pathlib import Path
from textual.app import App
from textual.widgets import Static
from studytui.tui.display import LeanDisplay
class Stuck(LeanDisplay, App):
    def compose(self):
        yield Static("before")
    def on_key(self):
        self.run_worker(self.change())
    async def change(self):
        self._driver.write("\\x1b[?25l" * 20_000)  # more than the terminal takes while nobody reads it
        await asyncio.sleep(0.3)
        self.query_one(Static).update("after")
        await asyncio.sleep(0.3)
        with self.batch_update():
            Path(sys.argv[1]).touch()
            await asyncio.sleep(1.5)
Stuck().run()
"""


def test_a_frame_left_out_is_made_up_for_even_when_the_link_is_free_in_the_middle_of_a_batch(
    terminal, tmp_path
) -> None:
    found = terminal(STUCK_PROGRAM, str(tmp_path / "read now"))
    found.wait_for("before")
    found.settle(1.0)
    found.send("x")
    end = time.monotonic() + PATIENCE
    while not (tmp_path / "read now").exists():
        assert time.monotonic() < end
        time.sleep(0.01)
    found.wait_for("after")
