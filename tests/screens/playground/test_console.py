"""Questions to a finished run, from the playground and from a lesson."""

from __future__ import annotations

import pytest

from studytui.runner.events import Finished
from studytui.study.snippets import Snippets
from studytui.tui.screens.playground import PlaygroundScreen
from studytui.tui.widgets.editor import CodeEditor
from studytui.tui.widgets.results.prompt import QuestionInput

CODE = (
    "import torch\nw = torch.tensor([3., 4.], requires_grad=True)\n(w ** 2).sum().backward()\nprint('ran')\n"
)


@pytest.fixture
async def finished(study, tmp_path, until):
    """A playground on a size, with a finished run that stays."""
    app = study(warm=True)

    async def open_and_run(pilot) -> PlaygroundScreen:
        screen = PlaygroundScreen(None, Snippets(tmp_path / "snippets"))
        await app.push_screen(screen)
        await until(pilot, lambda: screen.view.editor.has_focus)
        screen.view.editor.text = CODE
        await pilot.press("f5")
        await until(pilot, lambda: screen.view.session.console is not None)
        return screen

    return app, open_and_run


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_a_question_is_answered_below_the_output(finished, until, picture, size) -> None:
    app, open_and_run = finished
    async with app.run_test(size=size) as pilot:
        screen = await open_and_run(pilot)
        results = screen.view.results
        ended = results.bar.state
        await pilot.press("ctrl+t", *"w.grad.norm()", "enter")
        await until(pilot, lambda: "tensor(10.)" in results.output.tape.plain())
        await until(pilot, lambda: results.bar.state == ended)
        assert ">>> w.grad.norm()\ntensor(10.)" in results.output.tape.plain()
        await pilot.press(*"w @ torch.ones(3)", "enter")
        await until(pilot, lambda: "? " in results.output.tape.plain())
        assert screen.view.editor.error_line is None
        assert isinstance(screen.focused, QuestionInput)
        await until(pilot, lambda: "tensor(10.)" in picture(app))


async def test_up_brings_earlier_questions_and_escape_the_editor(finished, until) -> None:
    app, open_and_run = finished
    async with app.run_test() as pilot:
        screen = await open_and_run(pilot)
        field = screen.view.results.prompt.field
        await pilot.press("ctrl+t", *"1+1", "enter", *"2+2", "enter", *"half")
        await pilot.press("up")
        assert field.value == "2+2"
        await pilot.press("up", "up")
        assert field.value == "1+1"
        await pilot.press("down", "down")
        assert field.value == "half"
        await pilot.press("escape")
        assert isinstance(screen.focused, CodeEditor)


async def test_f6_stops_a_question_and_the_process_stays(finished, until) -> None:
    app, open_and_run = finished
    async with app.run_test() as pilot:
        screen = await open_and_run(pilot)
        output = screen.view.results.output
        await pilot.press("ctrl+t", *"while True: pass", "enter")
        await until(pilot, lambda: screen.view.session.running)
        await pilot.press("f6")
        await until(pilot, lambda: "KeyboardInterrupt" in output.tape.plain())
        await pilot.press(*"6*7", "enter")
        await until(pilot, lambda: "42" in output.tape.plain())


async def test_the_next_run_ends_the_process_and_hides_the_prompt(finished, until) -> None:
    app, open_and_run = finished
    async with app.run_test() as pilot:
        screen = await open_and_run(pilot)
        console = screen.view.session.console
        screen.view.editor.text = "import time\nprint('again')\ntime.sleep(60)"
        await pilot.press("f5")
        await until(pilot, lambda: console.closed)
        await until(pilot, lambda: "again" in screen.view.results.output.tape.plain())
        assert not screen.view.results.prompt.has_class("-open")


async def test_leaving_the_playground_ends_the_process(finished, until) -> None:
    app, open_and_run = finished
    async with app.run_test() as pilot:
        screen = await open_and_run(pilot)
        console = screen.view.session.console
        await pilot.press("escape", "escape")
        await until(pilot, lambda: console.closed)
        await until(pilot, lambda: app.screen is not screen)


async def test_leaving_while_it_runs_ends_the_run(finished, until) -> None:
    app, open_and_run = finished
    async with app.run_test() as pilot:
        screen = await open_and_run(pilot)
        screen.view.editor.text = "import time\nprint('again')\ntime.sleep(60)"
        await pilot.press("f5")
        await until(pilot, lambda: "again" in screen.view.results.output.tape.plain())
        run = screen.view.session._run
        await pilot.press("escape", "escape")
        await until(pilot, lambda: any(isinstance(event, Finished) for event in run._items))
        assert run._items[-1].status == "killed"
