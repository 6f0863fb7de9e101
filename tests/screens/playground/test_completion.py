"""Completion and signatures in the editor and at the prompt, from the values of the last run."""

from __future__ import annotations

import pytest

from studytui.study.snippets import Snippets
from studytui.tui.screens.playground import PlaygroundScreen
from studytui.tui.widgets.editor.completer import names_in
from studytui.tui.widgets.editor.popup import CompletionPopup

CODE = "import torch\nweights = torch.ones(3, requires_grad=True)\n"


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_tab_completes_names_and_still_indents(study, tmp_path, until, picture, size) -> None:
    app = study(warm=True)
    async with app.run_test(size=size) as pilot:
        screen = PlaygroundScreen(None, Snippets(tmp_path))
        await app.push_screen(screen)
        await until(pilot, lambda: screen.view.editor.has_focus)
        view = screen.view
        view.editor.text = CODE
        view.editor.move_cursor(view.editor.document.end)
        await pilot.press("tab")
        assert view.editor.text == CODE + "    "
        await pilot.press("backspace", "f5")
        await until(pilot, lambda: view.session.console is not None)

        await pilot.press(*"weig", "tab")
        await until(pilot, lambda: view.editor.text == CODE + "weights")
        await pilot.press(*".requires_g", "tab")
        await until(pilot, lambda: screen.query(CompletionPopup))
        popup = screen.query_one(CompletionPopup)
        await until(pilot, lambda: popup.option_count == 2)
        await until(pilot, lambda: "requires_grad_" in picture(app))
        assert popup.region.bottom <= size[1]
        await pilot.press("down", "enter")
        assert view.editor.text == CODE + "weights.requires_grad_"
        await until(pilot, lambda: not screen.query(CompletionPopup))

        await pilot.press(*".zzz", "tab")
        await until(pilot, lambda: view.editor.text.endswith(".zzz" + " " * (4 - 26 % 4)))

        await pilot.press("enter", *"torch.linspace(")
        await until(pilot, lambda: "linspace(start, end" in picture(app))

        await pilot.press("ctrl+t", *"weights.requires_g", "tab")
        field = view.results.prompt.field
        await until(pilot, lambda: field.completer.open and screen.query(CompletionPopup))
        await pilot.press("escape")
        assert view.results.prompt.field.value == "weights.requires_g"
        await until(pilot, lambda: not screen.query(CompletionPopup))
        assert view.results.prompt.field.has_focus
        await pilot.press("tab")
        await until(pilot, lambda: screen.query(CompletionPopup))
        view.editor.focus()
        await until(pilot, lambda: not screen.query(CompletionPopup))


def test_only_names_are_taken_from_the_process() -> None:
    answer = {"items": [["ok", "x"], ["__import__('os')", "f"], ["a\nb", ""]], "prefix": "o"}
    assert names_in(answer) == ([("ok", "x")], "o")
    assert names_in({"items": 3}) == ([], "")
    assert names_in(None) == ([], "")
