"""What can be done in the playground beyond running the code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studytui.tui.commands.command import Command

if TYPE_CHECKING:
    from studytui.tui.screens.playground.screen import PlaygroundScreen


class OpenSnippets(Command["PlaygroundScreen"]):
    """List your snippets: open, create, rename, delete."""

    id = "snippets"
    label = "Snippets"
    keys = "f9"
    even_while_typing = True

    async def act(self, target: PlaygroundScreen) -> None:
        target.list_snippets()


class ShowRuns(Command["PlaygroundScreen"]):
    """The last runs of this snippet: compare, take their code back, overlay their curves."""

    id = "runs"
    label = "Runs"
    keys = "f10"
    even_while_typing = True

    async def act(self, target: PlaygroundScreen) -> None:
        target.show_runs()


class Save(Command["PlaygroundScreen"]):
    """Write the code to its file."""

    id = "save"
    label = "Save"
    keys = "ctrl+s"
    even_while_typing = True

    async def act(self, target: PlaygroundScreen) -> None:
        target.save()


class Leave(Command["PlaygroundScreen"]):
    """Back to the library; unsaved changes are kept."""

    id = "leave-playground"
    label = "Back"
    keys = "escape"

    async def act(self, target: PlaygroundScreen) -> None:
        target.leave()


PLAYGROUND_COMMANDS = (OpenSnippets, ShowRuns, Save, Leave)
