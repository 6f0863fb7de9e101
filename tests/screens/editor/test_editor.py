"""The editor: indentation, leaving it, the mark at a failed line."""

from __future__ import annotations

import ast

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.app import App, ComposeResult
from textual.events import Key

from studytui.tui.widgets.editor import CodeEditor
from studytui.tui.widgets.editor.indent import back_to_stop, next_indent, shifted


class Desk(App[None]):
    remote = True

    def __init__(self, text: str = "") -> None:
        super().__init__()
        self.text = text
        self.left = 0

    def compose(self) -> ComposeResult:
        yield CodeEditor(self.text)

    def on_code_editor_left(self) -> None:
        self.left += 1

    @property
    def editor(self) -> CodeEditor:
        return self.query_one(CodeEditor)


@pytest.mark.parametrize(
    ("before", "indent"),
    [
        ("x = 1", ""),
        ("for i in range(3):", "    "),
        ("    if x:  # why", "        "),
        ("    y = f(", "        "),
        ("        return x", "    "),
        ("    pass", ""),
        ("print('a:')", ""),
        ("passing = 1", ""),
        ("    ", "    "),
    ],
)
def test_the_next_line_is_indented_as_python_needs_it(before: str, indent: str) -> None:
    assert next_indent(before) == indent


@given(st.text(alphabet=" abc:", max_size=12))
def test_moving_a_line_right_and_back_changes_nothing(line: str) -> None:
    assert shifted(shifted(line, True), False) == line or not line.strip()


@given(st.integers(1, 40))
def test_backspace_in_blanks_lands_on_a_stop(blanks: int) -> None:
    assert (blanks - back_to_stop(" " * blanks)) % 4 == 0
    assert back_to_stop(" " * blanks + "x") == 1


async def test_a_program_typed_without_one_blank_is_python() -> None:
    app = Desk()
    async with app.run_test(size=(80, 24)) as pilot:
        lines = ["def f(x):", "for i in x:", "print(i)", "return x"]
        for line in lines[:3]:
            await pilot.press(*line, "enter")
        await pilot.press("backspace", *lines[3], "enter", *"f([1])")
        ast.parse(app.editor.text)
        assert app.editor.text.splitlines()[2] == "        print(i)"
        assert app.editor.text.splitlines()[4] == "f([1])"


async def test_keys_that_arrive_together_are_done_in_their_order() -> None:
    app = Desk("lr = 1\n")
    async with app.run_test(size=(80, 24)) as pilot:
        app.editor.focus()
        await pilot.pause()
        for key, character in [("end", None), ("backspace", "\x7f"), ("2", "2"), ("home", None), ("x", "x")]:
            app.post_message(Key(key, character))
        await pilot.pause()
        assert app.editor.text == "xlr = 2\n"


async def test_tab_indents_and_with_a_selection_moves_the_lines() -> None:
    app = Desk("a\nb\nc")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("tab")
        assert app.editor.text == "    a\nb\nc"
        await pilot.press("ctrl+a", "tab")
        assert app.editor.text == "        a\n    b\n    c"
        await pilot.press("ctrl+a", "shift+tab")
        assert app.editor.text == "    a\nb\nc"


async def test_escape_leaves_without_moving_the_focus_itself() -> None:
    app = Desk("a")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("escape")
        assert app.left == 1
        assert app.editor.text == "a"


async def test_the_failed_line_gets_a_cross_and_is_scrolled_into_view() -> None:
    app = Desk("\n".join(f"line{n}" for n in range(1, 101)))
    async with app.run_test(size=(80, 24)) as pilot:
        app.editor.mark_error(77)
        await pilot.pause()
        marked = app.editor.render_line(76 - int(app.editor.scroll_offset.y)).text
        assert marked.startswith(" 77✗ line77")
        app.editor.mark_error(None)
        assert "✗" not in app.editor.render_line(76 - int(app.editor.scroll_offset.y)).text
