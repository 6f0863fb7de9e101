"""What can be done with the text in the editor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studytui.tui.commands.command import Command
from studytui.tui.formatting import format_code

if TYPE_CHECKING:
    from studytui.tui.screens.lesson.steps.code import CodeView


class ToggleComment(Command["CodeView"]):
    """Comment the line or the selected lines out, or back in."""

    id = "comment"
    label = "Comment"
    keys = "ctrl+underscore,ctrl+slash"
    footer = False
    even_while_typing = True

    async def act(self, target: CodeView) -> None:
        target.editor.toggle_comment()


class RunSelection(Command["CodeView"]):
    """Run the selected lines, or this line, where the last run left off."""

    id = "run-selection"
    label = "Run selection"
    keys = "ctrl+r"
    footer = False
    even_while_typing = True

    async def act(self, target: CodeView) -> None:
        target.ask_selection()


class FormatCode(Command["CodeView"]):
    """Format the code with ruff, if that is installed; undo takes it back."""

    id = "format"
    label = "Format"
    keys = "f12"
    footer = False
    even_while_typing = True

    async def act(self, target: CodeView) -> None:
        target.run_worker(format_code(target.editor), group="format", exclusive=True)


class FindInCode(Command["CodeView"]):
    """Find and replace in the code; a selection is looked for at once."""

    id = "find"
    label = "Find"
    keys = "ctrl+f"
    footer = False
    even_while_typing = True

    async def act(self, target: CodeView) -> None:
        await target.find()


EDITING_COMMANDS = (ToggleComment, RunSelection, FormatCode, FindInCode)
