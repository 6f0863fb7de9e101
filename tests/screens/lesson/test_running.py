"""Running code from a lesson, with a real runner."""

from __future__ import annotations

import asyncio
import time

import pytest

from studytui.tui.screens.lesson import LessonScreen
from studytui.tui.screens.lesson.solution import SolutionScreen

PATIENCE = 90


async def until(pilot, condition) -> None:
    """Wait for what a run brings about."""
    end = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < end, "it never came"
        await pilot.pause(0.05)


def view(app):
    assert isinstance(app.screen, LessonScreen)
    return app.screen.view


def state(app) -> str:
    return view(app).results.bar.state[0]


async def ended(pilot) -> None:
    await until(pilot, lambda: state(pilot.app)[:1] in "✓✗■" and state(pilot.app))


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_f5_runs_and_the_output_is_shown(study, store, seen, size) -> None:
    app = study("sample", warm=True)
    async with app.run_test(size=size) as pilot:
        await pilot.press("n", "f5")
        await ended(pilot)
        await seen(pilot, "tensor([2., 4.])", "✓ ", "Cube instead.")
        await until(pilot, lambda: "square" in store.done("sample"))
        await pilot.press("f4")
        await seen(pilot, "Inspector", "float32")


async def test_changed_code_is_what_runs_also_from_inside_the_editor(study) -> None:
    app = study("sample", warm=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("n", "enter")
        view(app).editor.text = "for i in range(2):\n    print('turn', i)\n"
        await pilot.press("ctrl+j")
        await ended(pilot)
        assert view(app).results.output.tape.plain() == "turn 0\nturn 1"


async def test_a_prediction_is_asked_for_and_compared(study, picture) -> None:
    app = study("sample", warm=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("n", "n", "f5", "3", "enter")
        await ended(pilot)
        await until(pilot, lambda: "You predicted 3; it is 2" in picture(app))


async def test_the_line_that_failed_is_marked_until_the_text_changes(study, seen) -> None:
    app = study("sample", warm=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("n", "n", "n", "f5")
        await ended(pilot)
        await seen(pilot, "2✗ b = a / 0", "✗ ZeroDivisionError line 2")
        assert view(app).editor.error_line == 2
        await pilot.press("enter", "#")
        await until(pilot, lambda: view(app).editor.error_line is None)


async def test_the_truth_is_told_after_the_claim_was_run(study, picture, seen) -> None:
    app = study("sample", warm=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("n", "n", "n", "n")
        await seen(pilot, "5 of 7")
        assert "add up" not in picture(app)
        await pilot.press("f5")
        await ended(pilot)
        await until(pilot, lambda: "They add up" in picture(app))


async def test_an_exercise_fails_says_why_and_passes_when_solved(study, store, seen) -> None:
    app = study("sample", warm=True)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("n", "n", "n", "n", "n", "c")
        await until(pilot, lambda: state(app).startswith("✗ not yet"))
        await seen(pilot, "✗ y")
        await pilot.press("s")
        await seen(pilot, "+ y = 2 * x")
        assert isinstance(app.screen, SolutionScreen)
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, LessonScreen))
        await pilot.press("enter")
        await until(pilot, lambda: view(app).editor.has_focus)
        view(app).editor.text = view(app).exercise.solution
        assert view(app).editor.has_focus
        await pilot.press("f7")
        await until(pilot, lambda: state(app).startswith("✓ passed"))
        await until(pilot, lambda: "fill-in" in store.done("sample"))


async def test_f6_stops_what_does_not_end_and_the_app_answers_meanwhile(study, picture) -> None:
    app = study("sample", warm=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("n", "enter")
        view(app).editor.text = "print('be' + 'gun')\nwhile True:\n    pass\n"
        await pilot.press("f5")
        await until(pilot, lambda: "begun" in picture(app))
        await pilot.press("x")
        await until(pilot, lambda: "x" in view(app).editor.text)
        await pilot.press("f6")
        await ended(pilot)
        await until(pilot, lambda: "KeyboardInterrupt" in picture(app))


async def test_f6_right_behind_f5_is_not_lost(study, picture) -> None:
    app = study("sample", warm=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("n", "enter")
        view(app).editor.text = "while True:\n    pass\n"
        await pilot.press("f5", "f6")
        await ended(pilot)
        await until(pilot, lambda: "stopped" in picture(app) or "KeyboardInterrupt" in picture(app))
        assert "timeout" not in picture(app)


async def test_two_quick_f5_restart_and_a_late_one_only_asks(study) -> None:
    app = study("sample", warm=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("n", "enter")
        view(app).editor.text = "import time\nprint('go')\ntime.sleep(30)\n"
        await pilot.press("f5")
        await until(pilot, lambda: view(app).results.output.tape.plain() == "go")
        await asyncio.sleep(1.6)
        await pilot.press("f5")
        await until(pilot, lambda: "again to restart" in state(app))
        view(app).editor.text = "print('second')"
        await pilot.press("f5")
        await until(pilot, lambda: state(app).startswith("✓"))
        assert view(app).results.output.tape.plain() == "second"


async def test_live_mode_runs_while_typing_once_the_code_is_python(study) -> None:
    app = study("sample", warm=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("n", "enter")
        view(app).editor.text = ""
        await pilot.press("f8", *"print(6*")  # the editor closes the bracket
        await pilot.pause(1.5)
        assert view(app).results.output.tape.plain() in ("", "6"), "of the last code that was complete"
        await pilot.press("7")
        await until(pilot, lambda: view(app).results.output.tape.plain() == "42")


async def test_input_is_asked_for_in_the_results(study) -> None:
    app = study("sample", warm=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("n")
        view(app).editor.text = "name = input('who? ')\nprint('hello', name)\n"
        await pilot.press("f5")
        await until(pilot, lambda: view(app).results.has_class("-asking"))
        await pilot.press(*"Ada", "enter")
        await ended(pilot)
        assert "hello Ada" in view(app).results.output.tape.plain()


async def test_a_loss_is_drawn_while_it_is_recorded(study, picture) -> None:
    app = study("sample", warm=True)
    code = (
        "import torch\nw = torch.ones(1, requires_grad=True)\nopt = torch.optim.SGD([w], lr=0.1)\n"
        "for _ in range(50):\n    loss = (w ** 2).sum()\n    opt.zero_grad()\n"
        "    loss.backward()\n    opt.step()\n"
    )
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("n")
        view(app).editor.text = code
        await pilot.press("f5")
        await ended(pilot)
        await until(pilot, lambda: view(app).results.plot.has_class("-drawn"))
        assert view(app).results.bar.shown == 1
