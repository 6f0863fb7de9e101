"""Live mode: results follow the typing."""

from __future__ import annotations

import pytest

from studytui.study.snippets import Snippets
from studytui.tui.screens.lesson.steps.live import incomplete
from studytui.tui.screens.playground import PlaygroundScreen
from studytui.tui.widgets.editor import CodeEditor


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_results_follow_the_keys_and_never_take_the_focus(
    study, tmp_path, until, picture, size
) -> None:
    app = study(warm=True)
    async with app.run_test(size=size) as pilot:
        screen = PlaygroundScreen(None, Snippets(tmp_path))
        await app.push_screen(screen)
        await until(pilot, lambda: screen.view.editor.has_focus)
        view = screen.view
        view.editor.text = "a = 20"
        view.editor.move_cursor(view.editor.document.end)
        shown = view.results.output.tape
        await pilot.press("f8", "enter", *"print(a + 1)")
        await until(pilot, lambda: view.results.output.tape.plain() == "21")
        assert isinstance(screen.focused, CodeEditor)

        await pilot.press("left", *" +")
        await until(pilot, lambda: "line 2" in picture(app))
        assert view.results.output.tape.plain() == "21", "half-typed code changes no result"
        assert view.editor.error_line is None

        await pilot.press("backspace", "backspace", *"0")
        await until(pilot, lambda: view.results.output.tape.plain() == "30")
        assert shown is not view.results.output.tape

        view.results.choose(2)
        await pilot.press("end", "enter", *"nothing")
        await until(pilot, lambda: "'nothing'" in view.results.output.tape.plain())
        assert view.results.bar.state[0].startswith("✗ NameError")
        assert view.editor.error_line == 3
        assert view.results.pane is view.results.values, "an error while typing turns no pane over"
        assert isinstance(screen.focused, CodeEditor)
        assert view.session.console is not None


async def test_an_endless_run_ends_with_the_next_key(study, tmp_path, until) -> None:
    app = study(warm=True)
    async with app.run_test() as pilot:
        screen = PlaygroundScreen(None, Snippets(tmp_path))
        await app.push_screen(screen)
        await until(pilot, lambda: screen.view.editor.has_focus)
        view = screen.view
        view.editor.text = "print('on')\nwhile True: pass"
        view.editor.move_cursor(view.editor.document.end)
        await pilot.press("f8")
        await until(pilot, lambda: view.results.output.tape.plain() == "on")
        await pilot.press(*["backspace"] * 16, *"print('off')")
        await until(pilot, lambda: view.results.output.tape.plain() == "on\noff")
        await until(pilot, lambda: not view.session.running)


@pytest.mark.parametrize(
    ("code", "words"),
    [("x = 1", ""), ("", ""), ("x = (1,", "'(' was never closed"), ("x = \0", "null")],
)
def test_half_typed_code_is_told_from_python(code: str, words: str) -> None:
    assert words in incomplete(code)
    assert bool(incomplete(code)) == bool(words)
