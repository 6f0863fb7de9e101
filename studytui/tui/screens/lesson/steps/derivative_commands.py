"""What can be done at a derivative."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from studytui.tui.commands.command import Command
from studytui.tui.widgets.plot_pane import PlotPane

if TYPE_CHECKING:
    from studytui.tui.screens.lesson.steps.derivative import DerivativeView


class Recompute(Command["DerivativeView"]):
    """Compute and draw again."""

    id = "run"
    label = "Draw"
    keys = "f5,ctrl+j"

    async def act(self, target: DerivativeView) -> None:
        target.compute()


class PlotAlone(Command["DerivativeView"]):
    """Give the plot the whole screen, or take it back."""

    id = "full-plot"
    label = "Plot"
    keys = "f3"

    async def act(self, target: DerivativeView) -> None:
        target.toggle_class("-plot-full")
        target.query_one(PlotPane).focus()


class ToggleFirst(Command["DerivativeView"]):
    """Show or hide the first derivative."""

    id = "order-1"
    label = "f′"
    keys = "1"
    order: ClassVar[int] = 1

    def available(self, target: DerivativeView) -> bool | None:
        return self.order <= target.derivative.orders

    async def act(self, target: DerivativeView) -> None:
        target.toggle(self.order)


class ToggleSecond(ToggleFirst):
    """Show or hide the second derivative."""

    id = "order-2"
    label = "f″"
    keys = "2"
    order = 2


class ToggleThird(ToggleFirst):
    """Show or hide the third derivative."""

    id = "order-3"
    label = "f‴"
    keys = "3"
    order = 3


DERIVATIVE_COMMANDS = (Recompute, PlotAlone, ToggleFirst, ToggleSecond, ToggleThird)
