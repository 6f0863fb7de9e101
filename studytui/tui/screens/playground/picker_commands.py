"""What can be done with the list of snippets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studytui.tui.commands.command import Command

if TYPE_CHECKING:
    from studytui.tui.screens.playground.picker import SnippetPicker


class NewSnippet(Command["SnippetPicker"]):
    """Begin a new snippet."""

    id = "snippet-new"
    label = "New"
    keys = "n"

    def available(self, target: SnippetPicker) -> bool | None:
        return not target.naming

    async def act(self, target: SnippetPicker) -> None:
        target.ask_name(None)


class NewFromTemplate(Command["SnippetPicker"]):
    """Begin with a small program that runs: a gradient, a training loop, a plot."""

    id = "snippet-template"
    label = "Template"
    keys = "t"

    def available(self, target: SnippetPicker) -> bool | None:
        return not target.naming

    async def act(self, target: SnippetPicker) -> None:
        target.show_templates()


class RenameSnippet(Command["SnippetPicker"]):
    """Give the snippet another name."""

    id = "snippet-rename"
    label = "Rename"
    keys = "r"

    def available(self, target: SnippetPicker) -> bool | None:
        return not target.naming and target.chosen is not None

    async def act(self, target: SnippetPicker) -> None:
        target.ask_name(target.chosen)


class DeleteSnippet(Command["SnippetPicker"]):
    """Move the snippet to the trash."""

    id = "snippet-delete"
    label = "Delete"
    keys = "d"

    def available(self, target: SnippetPicker) -> bool | None:
        return not target.naming and target.chosen is not None

    async def act(self, target: SnippetPicker) -> None:
        target.delete()


class RestoreSnippet(Command["SnippetPicker"]):
    """Bring back what was deleted last."""

    id = "snippet-restore"
    label = "Undelete"
    keys = "u"

    def available(self, target: SnippetPicker) -> bool | None:
        return not target.naming and target.can_restore

    async def act(self, target: SnippetPicker) -> None:
        target.restore()


class ClosePicker(Command["SnippetPicker"]):
    """Leave the list, or the naming of a snippet."""

    id = "snippet-close"
    label = "Back"
    keys = "escape"

    async def act(self, target: SnippetPicker) -> None:
        if target.naming:
            target.stop_naming()
        else:
            target.dismiss(None)


PICKER_COMMANDS = (NewSnippet, NewFromTemplate, RenameSnippet, DeleteSnippet, RestoreSnippet, ClosePicker)
