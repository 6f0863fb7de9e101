"""What can be done with the runs of the past."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studytui.tui.commands.command import Command

if TYPE_CHECKING:
    from studytui.tui.screens.playground.runs import RunsScreen


class MarkRun(Command["RunsScreen"]):
    """Compare the others with this run; again: with the editor."""

    id = "run-mark"
    label = "Mark"
    keys = "m"

    async def act(self, target: RunsScreen) -> None:
        target.mark()


class OverlayCurves(Command["RunsScreen"]):
    """Draw this run's curves beside those of the next runs."""

    id = "run-overlay"
    label = "Overlay curves"
    keys = "o"

    def available(self, target: RunsScreen) -> bool | None:
        return target.chosen is not None and bool(target.chosen.curves)

    async def act(self, target: RunsScreen) -> None:
        target.choose(overlay=True)


class TakeCode(Command["RunsScreen"]):
    """Put this run's code into the editor; undo there brings yours back. Enter does the same."""

    id = "run-take"
    label = "Take code"
    keys = "c"

    async def act(self, target: RunsScreen) -> None:
        target.choose(overlay=False)


class LeaveRuns(Command["RunsScreen"]):
    """Back to the code."""

    id = "runs-leave"
    label = "Back"
    keys = "escape"

    async def act(self, target: RunsScreen) -> None:
        target.dismiss(None)


RUNS_COMMANDS = (MarkRun, OverlayCurves, TakeCode, LeaveRuns)
