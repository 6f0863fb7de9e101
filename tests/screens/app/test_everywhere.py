"""What works on every screen: help, palette, jump, a terminal too small, quitting."""

from __future__ import annotations

from textual.app import App
from textual.command import CommandList, CommandPalette
from textual.screen import Screen
from textual.widgets import Input, Label

from studytui.tui.commands.command import Command
from studytui.tui.commands.gather import reachable
from studytui.tui.commands.host import CommandHost
from studytui.tui.screens.help import HelpScreen, page
from studytui.tui.screens.jump import JumpScreen
from studytui.tui.screens.lesson import LessonScreen
from studytui.tui.screens.too_small import TooSmallScreen


class Greet(Command["Screen"]):
    """Say hello."""

    id = "greet"
    label = "Greet"
    keys = "g"

    async def act(self, target) -> None:
        target.greeted = True


class Parent(CommandHost, Screen):
    ACTIONS = (Greet,)
    greeted = False


class Child(Parent):
    BINDINGS = [("x", "nothing", "Nothing")]  # noqa: RUF012


async def test_textual_merges_the_bindings_of_commands_also_those_inherited() -> None:
    app: App = App()
    async with app.run_test() as pilot:
        await app.push_screen(Child())
        await pilot.press("g")
        assert app.screen.greeted
        assert {"g", "x"} <= set(app.screen.active_bindings)


async def test_help_lists_every_command_within_reach(study, seen) -> None:
    app = study("sample")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("n")
        await seen(pilot, "2 of 7", "import torch")
        text = "\n".join(strip.text for strip in page(app.screen))
        for _, command in reachable(app.screen):
            assert command.help() in text
        assert "F5  ^J" in text


async def test_question_mark_and_f1_open_help_and_close_it(study, seen, until) -> None:
    app = study("sample")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("n")
        for key in ("question_mark", "f1"):
            await pilot.press(key)
            await seen(pilot, "Run the code in a fresh process")
            assert isinstance(app.screen, HelpScreen)
            await pilot.press("escape")
            await until(pilot, lambda: isinstance(app.screen, LessonScreen))


async def test_f1_works_while_typing_and_explains_the_editor(study, seen) -> None:
    app = study("sample")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("n", "enter", "f1")
        await seen(pilot, "leave the editor")


async def test_the_palette_carries_out_commands_of_the_screen_below(study, seen, until) -> None:
    app = study("sample")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+p")
        await until(pilot, lambda: isinstance(app.screen, CommandPalette) and app.screen.query(Input))
        app.screen.query_one(Input).value = "go to the next step"
        found = app.screen.query_one(CommandList)
        await until(
            pilot, lambda: found.option_count and found.highlighted == 0 and "next step" in first(found)
        )
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, LessonScreen))
        await until(pilot, lambda: app.screen.view.step.id == "square")


async def test_jump_mode_puts_the_focus_where_the_digit_says(study, until) -> None:
    app = study("sample")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("n")
        await until(pilot, lambda: app.screen.view.query("CodeEditor") and app.screen.view.editor.region.area)
        await pilot.press("ctrl+o")
        await until(pilot, lambda: isinstance(app.screen, JumpScreen) and len(app.screen.query(Label)) > 1)
        await pilot.press("2")
        await until(pilot, lambda: isinstance(app.screen, LessonScreen) and app.screen.view.editor.has_focus)


async def test_a_small_terminal_says_so_and_loses_nothing(study, seen, until) -> None:
    app = study("sample")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("n", "enter", "#")
        await pilot.resize_terminal(40, 10)
        await seen(pilot, "Enlarge the window")
        assert isinstance(app.screen, TooSmallScreen)
        await pilot.resize_terminal(80, 24)
        await until(pilot, lambda: isinstance(app.screen, LessonScreen))
        assert app.screen.view.editor.text.startswith("#import")
        await until(pilot, lambda: app.screen.view.editor.has_focus)


def first(found: CommandList) -> str:
    """The best match the palette has come to."""
    return str(found.get_option_at_index(0).prompt).lower()


def has(line: str, *texts: str) -> bool:
    return all(text in line for text in texts)


async def test_the_footer_shows_only_keys_that_work_now(study, picture, until) -> None:
    app = study("sample")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("n")
        await until(pilot, lambda: has(picture(app).splitlines()[-1], "n Next", "? Help"))
        await pilot.press("enter")
        await until(pilot, lambda: has(picture(app).splitlines()[-1], "F10 Next", "F1 Help"))
        assert "n Next" not in picture(app).splitlines()[-1]


async def test_ctrl_q_quits_with_code_0_from_inside_the_editor(study) -> None:
    app = study("sample")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("n", "enter", "ctrl+q")
        await pilot.pause()
    assert app.return_value == 0


async def test_over_ssh_nothing_blinks(study) -> None:
    app = study("sample", remote=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("n", "enter")
        assert not app.screen.view.editor.cursor_blink
        assert app.animation_level == "none"
