"""Commands that work on every screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studytui.tui.commands.command import Command
from studytui.tui.explaining import explain, failure_on

if TYPE_CHECKING:
    from studytui.tui.app import StudyApp


class Help(Command["StudyApp"]):
    """Show what this screen is for and all its keys."""

    id = "help"
    label = "Help"
    keys = "question_mark,f1"

    async def act(self, target: StudyApp) -> None:
        from studytui.tui.screens.help import HelpScreen

        if not isinstance(target.screen, HelpScreen):
            target.push_screen(HelpScreen(target.screen))


class Jump(Command["StudyApp"]):
    """Jump to a pane: every pane shows a digit, press it."""

    id = "jump"
    label = "Jump"
    keys = "ctrl+o"
    footer = False
    even_while_typing = True

    async def act(self, target: StudyApp) -> None:
        from studytui.tui.screens.jump import JumpScreen

        if not isinstance(target.screen, JumpScreen):
            target.push_screen(JumpScreen(target.screen), target.go_to)


class Redraw(Command["StudyApp"]):
    """Draw the whole screen again, after something else wrote to the terminal."""

    id = "redraw"
    label = "Redraw"
    keys = "ctrl+l"
    footer = False
    even_while_typing = True

    async def act(self, target: StudyApp) -> None:
        target.redraw()


class OpenSettings(Command["StudyApp"]):
    """Change colours, keys, where code runs, and how much comes a day."""

    id = "settings"
    label = "Settings"
    keys = "comma"
    footer = False

    async def act(self, target: StudyApp) -> None:
        from studytui.tui.screens.settings import SettingsScreen

        if not isinstance(target.screen, SettingsScreen):
            target.push_screen(SettingsScreen())


class Explained(Command["StudyApp"]):
    """Open the lesson that explains the error of the last run; Esc comes back."""

    id = "explained"
    label = "Explain"
    keys = "w,f12"

    def available(self, target: StudyApp) -> bool | None:
        return bool(failure_on(target.screen))

    async def act(self, target: StudyApp) -> None:
        explain(target, target.screen)


class Quit(Command["StudyApp"]):
    """Quit; text and place are kept."""

    id = "quit"
    label = "Quit"
    keys = "ctrl+q"
    footer = False
    even_while_typing = True

    async def act(self, target: StudyApp) -> None:
        target.leave(0)


EVERYWHERE = (Help, Explained, Jump, Redraw, OpenSettings, Quit)
