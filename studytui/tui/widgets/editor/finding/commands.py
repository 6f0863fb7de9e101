"""The keys of the line below the editor; they come before those of the field that is typed in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studytui.tui.commands.command import Command

if TYPE_CHECKING:
    from studytui.tui.widgets.editor.finding.bar import FindBar


class FindNext(Command["FindBar"]):
    """Go to the next match; after the last one, to the first."""

    id = "find-next"
    label = "Next"
    keys = "enter,down"
    even_while_typing = True

    def available(self, target: FindBar) -> bool | None:
        return not target.replacing

    async def act(self, target: FindBar) -> None:
        target.step(1)


class ReplaceMatch(Command["FindBar"]):
    """Replace the match that is selected and go to the next."""

    id = "replace"
    label = "Replace"
    keys = "enter"
    even_while_typing = True

    def available(self, target: FindBar) -> bool | None:
        return target.replacing

    async def act(self, target: FindBar) -> None:
        target.replace_match()


class SkipMatch(Command["FindBar"]):
    """Leave this match as it is and go to the next."""

    id = "replace-skip"
    label = "Skip"
    keys = "down"
    even_while_typing = True

    def available(self, target: FindBar) -> bool | None:
        return target.replacing

    async def act(self, target: FindBar) -> None:
        target.step(1)


class FindPrevious(Command["FindBar"]):
    """Go to the previous match; before the first one, to the last."""

    id = "find-previous"
    label = "Previous"
    keys = "up,shift+enter"
    even_while_typing = True

    async def act(self, target: FindBar) -> None:
        target.step(-1)


class ReplaceAll(Command["FindBar"]):
    """Replace every match; one undo takes it back."""

    id = "replace-all"
    label = "All"
    keys = "ctrl+a"
    even_while_typing = True

    def available(self, target: FindBar) -> bool | None:
        return target.replacing

    async def act(self, target: FindBar) -> None:
        target.replace_all()


class SwitchField(Command["FindBar"]):
    """Between what to find and what to put instead."""

    id = "find-field"
    label = "Find/with"
    keys = "tab,shift+tab"
    even_while_typing = True

    async def act(self, target: FindBar) -> None:
        target.switch_field()


class FindRegex(Command["FindBar"]):
    """Read the text as a regular expression, or as it stands; \\1 in the replacement is its first group."""

    id = "find-regex"
    label = "Regex"
    keys = "ctrl+g"
    even_while_typing = True

    async def act(self, target: FindBar) -> None:
        target.toggle_regex()


class CloseFind(Command["FindBar"]):
    """Back to the editor; the match stays selected."""

    id = "find-close"
    label = "Close"
    keys = "escape"
    even_while_typing = True

    async def act(self, target: FindBar) -> None:
        target.close()


FIND_COMMANDS = (
    FindNext, ReplaceMatch, SkipMatch, FindPrevious, ReplaceAll, SwitchField, FindRegex, CloseFind
)  # fmt: skip
