"""Brackets, comments and pasting: what the editor does for one who types."""

from __future__ import annotations

import ast

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.app import App, ComposeResult
from textual.events import Paste

from studytui.tui.widgets.editor import CodeEditor
from studytui.tui.widgets.editor.brackets import partner, types_over
from studytui.tui.widgets.editor.comments import toggled
from studytui.tui.widgets.editor.pasting import as_python


class Desk(App[None]):
    remote = True

    def __init__(self, text: str = "") -> None:
        super().__init__()
        self.text = text
        self.said: list[str] = []

    def compose(self) -> ComposeResult:
        yield CodeEditor(self.text)

    def say(self, text: str, severity: str = "information") -> None:
        self.said.append(text)

    @property
    def editor(self) -> CodeEditor:
        return self.query_one(CodeEditor)


@pytest.mark.parametrize(
    ("keys", "text"),
    [
        ("f(x)", "f(x)"),
        ("f(", "f()"),
        ("a[{'k': (1, 2)}]", "a[{'k': (1, 2)}]"),
        ("print(f'{x}')", "print(f'{x}')"),
        ("it's", "it's"),
        ("# don't (", "# don't ("),
        ('"""doc"""', '"""doc"""'),
        ("x = ''", "x = ''"),
    ],
)
async def test_brackets_close_themselves_and_are_typed_over(keys: str, text: str) -> None:
    app = Desk()
    async with app.run_test() as pilot:
        await pilot.press(*keys)
        assert app.editor.text == text


async def test_an_empty_pair_is_removed_as_a_whole_and_enter_opens_it() -> None:
    app = Desk()
    async with app.run_test() as pilot:
        await pilot.press(*"f(", "backspace")
        assert app.editor.text == "f"
        await pilot.press(*"(", "enter", *"1,")
        assert app.editor.text == "f(\n    1,\n)"


async def test_a_selection_gets_brackets_around_it() -> None:
    app = Desk("w + b")
    async with app.run_test() as pilot:
        await pilot.press("ctrl+a", "(")
        assert app.editor.text == "(w + b)"


@given(st.text(alphabet="([{'\"#ab )", max_size=8), st.text(alphabet=")]}'\" x", max_size=4))
def test_typing_over_needs_the_same_character(before: str, after: str) -> None:
    for typed in ")]}'\"":
        assert not types_over(typed, before, after) or after.startswith(typed)
        assert partner(typed, before, after) in ("", typed)


@given(st.lists(st.text(alphabet=" ab:(", max_size=10), min_size=1, max_size=5))
def test_commenting_out_and_in_changes_nothing(lines: list[str]) -> None:
    assert toggled(toggled(lines)) == lines


def test_comments_keep_the_block_in_shape() -> None:
    assert toggled(["    a", "      b", ""]) == ["    # a", "    #   b", ""]
    assert toggled(["    # a", "    #   b", ""]) == ["    a", "      b", ""]


NOTEBOOK = """In [3]: x = torch.ones(2)
   ...: for i in x:
   ...:     print(i)
   ...:
tensor(1.)
tensor(1.)

In [4]: x
Out[4]: tensor([1., 1.])
"""
CONSOLE = """>>> def f(x):
...     return x
...
>>> f(2)
2
"""


def test_prompts_and_outputs_are_left_out() -> None:
    assert as_python(NOTEBOOK).text == "x = torch.ones(2)\nfor i in x:\n    print(i)\n\nx"
    assert as_python(CONSOLE).text == "def f(x):\n    return x\n\nf(2)"
    assert "prompts stripped" in as_python(CONSOLE).words


@pytest.mark.parametrize(
    ("line", "word"),
    [
        ("%matplotlib inline", "figures"),
        ("!pip install torch", "shell"),
        ("    %time f()", "time"),
        ("%%bash", "only notebooks"),
    ],
)
def test_magics_become_comments_that_say_why(line: str, word: str) -> None:
    text, words = as_python(f"x = 1\n{line}\ny = 2")
    assert word in text
    ast.parse("if x:\n    pass\n" + text.replace("    #", "#"))
    assert "1 notebook command" in words


@pytest.mark.parametrize(
    "code", ["x = 7\nx\n", "a = (7\n    % 3)", "s = '''\n!x\n'''[:0]", "print('>>> no')", ""]
)
def test_python_is_pasted_as_it_is(code: str) -> None:
    assert as_python(code).text == code or "!x" in code


@given(st.text(alphabet=">. In[3]:%!x\n=", max_size=40))
def test_any_text_can_be_pasted(text: str) -> None:
    assert as_python(as_python(text).text).text is not None


async def test_pasting_says_what_was_changed() -> None:
    app = Desk()
    async with app.run_test() as pilot:
        app.post_message(Paste(CONSOLE))
        await pilot.pause()
        assert app.editor.text == "def f(x):\n    return x\n\nf(2)"
        assert app.said == ["Pasted as Python: prompts stripped, 1 line of output left out"]
        app.post_message(Paste("\nplain = 1"))
        await pilot.pause()
        assert app.editor.text.endswith("f(2)\nplain = 1")
