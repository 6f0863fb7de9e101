"""What can be done at the progress screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studytui.tui.commands.command import Command
from studytui.tui.typed import host

if TYPE_CHECKING:
    from studytui.tui.screens.progress.screen import ProgressScreen


class Practise(Command["ProgressScreen"]):
    """Practise: what is due, mixed questions, a mock exam, claims to verify."""

    id = "practise"
    label = "Practise"
    keys = "r,enter"

    async def act(self, target: ProgressScreen) -> None:
        host(target).review()


class PlotsAlone(Command["ProgressScreen"]):
    """Give the plots the whole screen, or take it back."""

    id = "full-plot"
    label = "Plots"
    keys = "f3"

    async def act(self, target: ProgressScreen) -> None:
        target.toggle_plots()


class Leave(Command["ProgressScreen"]):
    """Back to the library."""

    id = "progress-leave"
    label = "Library"
    keys = "escape"

    async def act(self, target: ProgressScreen) -> None:
        target.dismiss(None)


PROGRESS_COMMANDS = (Practise, PlotsAlone, Leave)
