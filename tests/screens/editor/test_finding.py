"""Find and replace below the editor, in the playground and in a lesson."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.widgets import Input

from studytui.study.snippets import Snippets
from studytui.tui.screens.lesson import LessonScreen
from studytui.tui.screens.playground import PlaygroundScreen
from studytui.tui.widgets.editor import CodeEditor
from studytui.tui.widgets.editor.finding.search import Match, Search, repeats_in_repeats

CODE = "x = torch.ones(3)\ny = x + x  # X too\nprint(x.sum())"


async def playground(app, pilot, tmp_path, until) -> CodeEditor:
    screen = PlaygroundScreen(None, Snippets(tmp_path / "snippets"))
    await app.push_screen(screen)
    await until(pilot, lambda: screen.query(CodeEditor))
    screen.view.editor.text = CODE
    return screen.view.editor


def state(app) -> str:
    return str(app.screen.query_one("FindBar .state").content)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_matches_are_counted_walked_and_left(study, tmp_path, until, picture, size) -> None:
    app = study()
    async with app.run_test(size=size) as pilot:
        editor = await playground(app, pilot, tmp_path, until)
        await pilot.press("ctrl+f", "x")
        assert (state(app), editor.selection.start) == ("1/5", (0, 0))
        await pilot.press("enter", "down")
        assert (state(app), editor.selected_text, editor.selection.start) == ("3/5", "x", (1, 8))
        await pilot.press("up", "shift+enter", "up")
        assert state(app) == "5/5", "before the first comes the last"
        await pilot.press("down")
        await pilot.press(".")
        assert state(app) == "1/1"
        assert editor.selected_text == "x."
        await pilot.press("o")
        assert state(app) == "none"
        assert "Find x.o" in picture(app)
        await pilot.press("backspace", "escape")
        assert app.screen.focused is editor
        assert editor.selected_text == "x."
        assert "Find x." not in picture(app)


async def test_one_or_all_are_replaced_and_undo_takes_it_back(study, tmp_path, until) -> None:
    app = study()
    async with app.run_test(size=(80, 24)) as pilot:
        editor = await playground(app, pilot, tmp_path, until)
        editor.move_cursor((1, 0))
        await pilot.press("ctrl+f", "x", "tab", "w", "enter")
        assert editor.document[1] == "y = w + x  # X too"
        assert editor.selection.start == (1, 8)
        await pilot.press("down", "enter")
        assert editor.document[1] == "y = w + x  # w too"
        await pilot.press("ctrl+a")
        assert editor.text == CODE.replace("x +", "w +").replace("x", "w").replace("X", "w")
        assert state(app) == "none"
        await pilot.press("escape", "ctrl+z")
        assert editor.document[0] == "x = torch.ones(3)"
        assert editor.document[1] == "y = w + x  # w too"


async def test_regular_expressions_are_off_until_asked_for(study, tmp_path, until) -> None:
    app = study()
    async with app.run_test(size=(80, 24)) as pilot:
        editor = await playground(app, pilot, tmp_path, until)
        await pilot.press("ctrl+f", *r"(\w+)\(")
        assert state(app) == "none"
        await pilot.press("ctrl+g")
        assert state(app) == "regex 1/3"
        assert editor.selected_text == "ones("
        await pilot.press("tab", *r"\1_(", "ctrl+a")
        assert editor.text == CODE.replace("ones(", "ones_(").replace("print(", "print_(").replace(
            "sum(", "sum_("
        )
        await pilot.press("tab", "end", "(")
        assert state(app).startswith("regex missing )")


async def test_a_selection_is_looked_for_in_a_lesson_too(study, until, picture) -> None:
    app = study("sample")
    async with app.run_test(size=(80, 24)) as pilot:
        assert isinstance(app.screen, LessonScreen)
        await pilot.press("n", "enter")
        editor = app.screen.view.editor
        editor.text = "loss = 1\nloss += 1"
        editor.move_cursor((0, 0))
        await pilot.press(*["shift+right"] * 4, "ctrl+f")
        assert state(app) == "1/2"
        assert "Find loss" in picture(app)
        await pilot.press("tab", *"cost", "ctrl+a", "escape")
        assert editor.text == "cost = 1\ncost += 1"
        await pilot.press("ctrl+f")
        assert app.screen.query_one("FindBar .query", Input).value == "loss", "the last query is kept"


@given(st.lists(st.text("aAb.("), max_size=4), st.text("aAb.(", min_size=1, max_size=3))
def test_plain_text_is_found_as_it_stands(lines: list[str], query: str) -> None:
    fold = str if query != query.lower() else str.lower
    matches = Search(query).matches(lines)
    assert all(fold(lines[m.row][m.start : m.end]) == query for m in matches)
    assert len(matches) == sum(fold(line).count(query) for line in lines)


@given(st.text("a(b)*+[]|\\{2}?^", max_size=8), st.lists(st.text("ab", max_size=12), max_size=3))
def test_no_regular_expression_is_too_much(query: str, lines: list[str]) -> None:
    search = Search(query, regex=True)
    for match in search.matches(lines):
        assert re.search(query, lines[match.row], re.IGNORECASE)
        assert match.start < match.end


@pytest.mark.parametrize(
    ("pattern", "doubtful"),
    [
        ("(a+)+", True),
        ("(a|aa)*b", True),
        ("((a)*)*", True),
        ("(?:x*){2,}", True),
        (r"(\w+)\(", False),
        (r"(\+)+", False),
        ("([+*])+", False),
        ("(a+)(b+)", False),
    ],
)
def test_what_could_take_for_ever_is_refused(pattern: str, doubtful: bool) -> None:
    assert repeats_in_repeats(pattern) is doubtful
    assert Search(pattern, regex=True).matches(["a" * 60 + "(c"]) == [] or not doubtful


def test_a_capital_in_the_query_means_it() -> None:
    assert Search("X").matches(["x X"]) == [Match(0, 2, 3)]
