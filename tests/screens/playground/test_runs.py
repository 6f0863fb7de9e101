"""Runs of the past in the playground, and what else can be done with the text."""

from __future__ import annotations

import shutil

import pytest
from textual.widgets import OptionList

from studytui.study.snippets import Snippets
from studytui.tui.formatting import ruff
from studytui.tui.screens.playground import PlaygroundScreen
from studytui.tui.screens.playground.runs import RunsScreen

TRAIN = """import torch
w = torch.tensor(5.0, requires_grad=True)
for step in range(30):
    loss = w ** 2
    loss.backward()
    with torch.no_grad():
        w -= 0.1 * w.grad
        w.grad = None
print("first")
"""


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_runs_are_kept_compared_overlaid_and_taken_back(study, tmp_path, until, picture, size) -> None:
    app = study(warm=True)
    async with app.run_test(size=size) as pilot:
        screen = PlaygroundScreen(None, Snippets(tmp_path / "snippets"))
        await app.push_screen(screen)
        await until(pilot, lambda: screen.view.editor.has_focus)
        view = screen.view
        for count, code in enumerate([TRAIN, TRAIN.replace("0.1", "0.3").replace("first", "second")], 1):
            view.editor.text = code
            await pilot.press("f5")
            await until(pilot, lambda count=count: len(view.history.runs()) == count)

        await pilot.press("f10")
        await until(pilot, lambda: isinstance(app.screen, RunsScreen))
        await until(pilot, lambda: "second" in picture(app))
        await until(pilot, lambda: "loss" in picture(app))
        await pilot.press("m", "down")
        await until(pilot, lambda: "+         w -= 0.1 * w.grad" in picture(app))
        assert app.screen.query_one(OptionList).highlighted == 1
        await pilot.press("o")
        await until(pilot, lambda: app.screen is screen)
        assert [run.kept for run in view.results.plot.album.curves.runs if run.kept] == [True]
        assert view.results.pane is view.results.plot

        await pilot.press("f10")
        await until(pilot, lambda: isinstance(app.screen, RunsScreen))
        await pilot.press("down", "enter")
        await until(pilot, lambda: view.editor.text == TRAIN)


async def test_selected_lines_run_where_the_code_left_off(study, tmp_path, until) -> None:
    app = study(warm=True)
    async with app.run_test() as pilot:
        screen = PlaygroundScreen(None, Snippets(tmp_path / "snippets"))
        await app.push_screen(screen)
        await until(pilot, lambda: screen.view.editor.has_focus)
        view = screen.view
        view.editor.text = "a = 20\nif a:\n    a + 2\n    a + 3\n"
        await pilot.press("f5")
        await until(pilot, lambda: view.session.console is not None)
        view.editor.move_cursor((2, 5))
        await pilot.press("ctrl+r")
        await until(pilot, lambda: "22" in view.results.output.tape.plain())
        await pilot.press("shift+down", "ctrl+r")
        await until(pilot, lambda: "23" in view.results.output.tape.plain())


async def test_lines_are_commented_out_with_a_key(study, tmp_path, until) -> None:
    app = study()
    async with app.run_test() as pilot:
        screen = PlaygroundScreen(None, Snippets(tmp_path / "snippets"))
        await app.push_screen(screen)
        await until(pilot, lambda: screen.view.editor.has_focus)
        screen.view.editor.text = "a = 1\nb = 2"
        await pilot.press("ctrl+underscore")
        assert screen.view.editor.text == "# a = 1\nb = 2"


async def test_ruff_formats_where_it_is(study, tmp_path, until, monkeypatch, picture) -> None:
    app = study()
    async with app.run_test(notifications=True) as pilot:
        screen = PlaygroundScreen(None, Snippets(tmp_path / "snippets"))
        await app.push_screen(screen)
        await until(pilot, lambda: screen.view.editor.has_focus)
        editor = screen.view.editor
        if ruff():
            editor.text = "x=1;y = [1,2]"
            await pilot.press("f12")
            await until(pilot, lambda: editor.text == "x = 1\ny = [1, 2]\n")
        editor.text = "x ="
        monkeypatch.setattr("studytui.tui.formatting.ruff", lambda: shutil.which("false"))
        await pilot.press("f12")
        await until(pilot, lambda: "Not formatted" in picture(app))
        monkeypatch.setattr("studytui.tui.formatting.ruff", lambda: None)
        await pilot.press("f12")
        await until(pilot, lambda: "ruff is not" in picture(app))
        assert editor.text == "x ="
