"""What the keys do in the plot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studytui.tui.commands.command import Command
from studytui.tui.widgets.plot_sheets import CurveSheet, SpaceSheet
from studytui.tui.widgets.plot_turning import TURNING_COMMANDS

if TYPE_CHECKING:
    from studytui.tui.widgets.plot_pane import PlotPane


class LogScale(Command["PlotPane"]):
    """Switch the vertical axis between linear and logarithmic."""

    id = "plot-log"
    label = "Log y"
    keys = "l"

    def available(self, target: PlotPane) -> bool | None:
        return target.album.sheet is not None

    async def act(self, target: PlotPane) -> None:
        target.album.toggle_log()
        target.changed()


class Smooth(Command["PlotPane"]):
    """Show the smoothed curve over the raw one, or the raw one alone."""

    id = "plot-smooth"
    label = "Smooth"
    keys = "e"

    def available(self, target: PlotPane) -> bool | None:
        return isinstance(target.album.sheet, CurveSheet)

    async def act(self, target: PlotPane) -> None:
        target.album.toggle_smooth()
        target.changed()


class CrossLeft(Command["PlotPane"]):
    """Move the crosshair left and read the values under it."""

    id = "plot-cross-left"
    label = "Crosshair left"
    keys = "left"
    footer = False

    def available(self, target: PlotPane) -> bool | None:
        return target.album.sheet is not None and not isinstance(target.album.sheet, SpaceSheet)

    async def act(self, target: PlotPane) -> None:
        target.album.move_crosshair(-1, target.size.width)
        target.changed()


class CrossRight(CrossLeft):
    """Move the crosshair right and read the values under it."""

    id = "plot-cross-right"
    label = "Crosshair"
    keys = "right"
    footer = True

    async def act(self, target: PlotPane) -> None:
        target.album.move_crosshair(1, target.size.width)
        target.changed()


class CrossFarLeft(CrossLeft):
    """Move the crosshair left by ten columns."""

    id = "plot-cross-far-left"
    label = "Crosshair far left"
    keys = "shift+left"

    async def act(self, target: PlotPane) -> None:
        target.album.move_crosshair(-10, target.size.width)
        target.changed()


class CrossFarRight(CrossLeft):
    """Move the crosshair right by ten columns."""

    id = "plot-cross-far-right"
    label = "Crosshair far right"
    keys = "shift+right"

    async def act(self, target: PlotPane) -> None:
        target.album.move_crosshair(10, target.size.width)
        target.changed()


class ZoomIn(Command["PlotPane"]):
    """Zoom in on the crosshair, or on the middle."""

    id = "plot-zoom-in"
    label = "Zoom in"
    keys = "plus,equals_sign"

    def available(self, target: PlotPane) -> bool | None:
        return target.album.sheet is not None

    async def act(self, target: PlotPane) -> None:
        target.album.zoom(0.5, target.size.width)
        target.changed()


class ZoomOut(ZoomIn):
    """Zoom out."""

    id = "plot-zoom-out"
    label = "Zoom out"
    keys = "minus"
    footer = False

    async def act(self, target: PlotPane) -> None:
        target.album.zoom(2.0, target.size.width)
        target.changed()


class PanLeft(ZoomIn):
    """Move the picture to earlier steps, or smaller x."""

    id = "plot-pan-left"
    label = "Pan left"
    keys = "comma,less_than_sign"
    footer = False

    async def act(self, target: PlotPane) -> None:
        target.album.pan(-0.25, target.size.width)
        target.changed()


class PanRight(PanLeft):
    """Move the picture to later steps, or larger x."""

    id = "plot-pan-right"
    label = "Pan right"
    keys = "full_stop,greater_than_sign"

    async def act(self, target: PlotPane) -> None:
        target.album.pan(0.25, target.size.width)
        target.changed()


class ResetView(Command["PlotPane"]):
    """Show everything again, without crosshair."""

    id = "plot-reset"
    label = "Reset"
    keys = "0"

    def available(self, target: PlotPane) -> bool | None:
        return target.album.sheet is not None

    async def act(self, target: PlotPane) -> None:
        target.album.reset()
        target.changed()


class GradientNorm(Command["PlotPane"]):
    """Record the gradient norm at each optimizer step, from the next run on."""

    id = "plot-gradient-norm"
    label = "Grad norm"
    keys = "g"

    async def act(self, target: PlotPane) -> None:
        target.toggle_norms()


class KeepRun(Command["PlotPane"]):
    """Keep this run's curves under a name, to compare the next ones with."""

    id = "plot-keep"
    label = "Keep run"
    keys = "k"

    def available(self, target: PlotPane) -> bool | None:
        return isinstance(target.album.sheet, CurveSheet)

    async def act(self, target: PlotPane) -> None:
        newest = target.album.curves.newest
        if newest is not None:
            target.ask_name(newest)


class CompareRuns(KeepRun):
    """Show the final and the least value of every run side by side."""

    id = "plot-compare"
    label = "Compare"
    keys = "c"

    async def act(self, target: PlotPane) -> None:
        target.compare(True)


class ForgetGhosts(Command["PlotPane"]):
    """Drop the curves of earlier runs, kept ones too."""

    id = "plot-forget"
    label = "Drop old"
    keys = "x"

    def available(self, target: PlotPane) -> bool | None:
        return target.album.curves.has_ghosts

    async def act(self, target: PlotPane) -> None:
        target.album.curves.forget_ghosts()
        target.changed()


class SavePlot(Command["PlotPane"]):
    """Save the plot as SVG and PNG and its data as CSV; says where, and never overwrites."""

    id = "plot-save"
    label = "Save plot"
    keys = "w"

    def available(self, target: PlotPane) -> bool | None:
        return target.album.sheet is not None

    async def act(self, target: PlotPane) -> None:
        await target.save()


class NextPicture(Command["PlotPane"]):
    """Show the next figure or series; after the last, Tab leaves the plot."""

    id = "plot-next"
    label = "Next plot"
    keys = "tab"

    def available(self, target: PlotPane) -> bool | None:
        return target.album.place < len(target.album.sheets) - 1

    async def act(self, target: PlotPane) -> None:
        target.album.turn(1)
        target.changed()


class TurnForward(Command["PlotPane"]):
    """Show the next figure or series, and after the last the first."""

    id = "plot-forward"
    label = "Next plot, around"
    keys = "down"
    footer = False

    def available(self, target: PlotPane) -> bool | None:
        return len(target.album.sheets) > 1 and not isinstance(target.album.sheet, SpaceSheet)

    async def act(self, target: PlotPane) -> None:
        target.album.turn(1)
        target.changed()


class TurnBack(TurnForward):
    """Show the previous figure or series, and before the first the last."""

    id = "plot-back"
    label = "Previous plot, around"
    keys = "up"

    async def act(self, target: PlotPane) -> None:
        target.album.turn(-1)
        target.changed()


PLOT_COMMANDS = (
    LogScale,
    CrossRight,
    CompareRuns,
    KeepRun,
    SavePlot,
    ZoomIn,
    Smooth,
    CrossLeft,
    CrossFarRight,
    CrossFarLeft,
    ZoomOut,
    PanLeft,
    PanRight,
    ResetView,
    GradientNorm,
    ForgetGhosts,
    NextPicture,
    TurnForward,
    TurnBack,
    *TURNING_COMMANDS,
)
"""The footer shows as many as fit, the first ones first."""
