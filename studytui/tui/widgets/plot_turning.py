"""Keys that turn 3-D axes; elsewhere the same keys move the crosshair and change the picture."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from studytui.tui.commands.command import Command
from studytui.tui.widgets.plot_sheets import SpaceSheet

if TYPE_CHECKING:
    from studytui.tui.widgets.plot_pane import PlotPane

STEP = 10.0
"""Degrees a key."""


class RotateLeft(Command["PlotPane"]):
    """Turn a 3-D figure to the left."""

    id = "plot-rotate-left"
    label = "Turn left"
    keys = "left"
    footer = False
    by: ClassVar[tuple[float, float]] = (0.0, STEP)

    def available(self, target: PlotPane) -> bool | None:
        return isinstance(target.album.sheet, SpaceSheet)

    async def act(self, target: PlotPane) -> None:
        target.album.rotate(*self.by)
        target.changed()


class RotateRight(RotateLeft):
    """Turn a 3-D figure to the right."""

    id = "plot-rotate-right"
    label = "Turn"
    keys = "right"
    footer = True
    by = (0.0, -STEP)


class RotateUp(RotateLeft):
    """See a 3-D figure more from above."""

    id = "plot-rotate-up"
    label = "From above"
    keys = "up"
    by = (STEP, 0.0)


class RotateDown(RotateLeft):
    """See a 3-D figure more from below."""

    id = "plot-rotate-down"
    label = "From below"
    keys = "down"
    by = (-STEP, 0.0)


TURNING_COMMANDS = (RotateRight, RotateLeft, RotateUp, RotateDown)
