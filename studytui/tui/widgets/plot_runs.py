"""The table of runs in a plot pane: one row a series, and what to do with the run of a row."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from studytui.plot.compare import compared, table
from studytui.tui.commands.command import AnyCommand, Command
from studytui.tui.commands.host import CommandHost
from studytui.tui.widgets.plot_curves import Curves, RecordedRun

if TYPE_CHECKING:
    from studytui.tui.widgets.plot_pane import PlotPane


class RenameRun(Command["RunsTable"]):
    """Keep the run of this row under a name of yours."""

    id = "runs-rename"
    label = "Keep as"
    keys = "k,enter"

    def available(self, target: RunsTable) -> bool | None:
        return target.chosen is not None

    async def act(self, target: RunsTable) -> None:
        if target.chosen is not None:
            target.pane.ask_name(target.chosen)


class DropRun(Command["RunsTable"]):
    """Drop the run of this row; the newest one only loses its mark."""

    id = "runs-drop"
    label = "Drop"
    keys = "x,delete"

    def available(self, target: RunsTable) -> bool | None:
        return target.chosen is not None

    async def act(self, target: RunsTable) -> None:
        if target.chosen is not None:
            target.curves.drop(target.chosen)
            target.fill()
            target.pane.changed()


class CloseRuns(Command["RunsTable"]):
    """Back to the curves."""

    id = "runs-close"
    label = "Curves"
    keys = "c,escape"

    async def act(self, target: RunsTable) -> None:
        target.pane.compare(False)


class RunsTable(CommandHost, OptionList):
    """Final and least value of every run; arrows choose a row."""

    ACTIONS: ClassVar[tuple[AnyCommand, ...]] = (RenameRun, DropRun, CloseRuns)
    HELP = "The runs side by side: ★ marks the lowest. Kept runs stay until you drop them."
    DEFAULT_CSS = """
    RunsTable { display: none; height: 1fr; border: none; padding: 0 1; background: $background;
        &:focus { border: none; } }
    """

    def __init__(self, pane: PlotPane, curves: Curves) -> None:
        super().__init__(markup=False)
        self.pane, self.curves = pane, curves
        self._owners: list[RecordedRun] = []

    @property
    def chosen(self) -> RecordedRun | None:
        """The run of the highlighted row."""
        at = self.highlighted
        return self._owners[at - 1] if at is not None and 0 < at <= len(self._owners) else None

    def fill(self) -> None:
        """Show the runs as they are now; the highlight stays at its row."""
        at, runs = self.highlighted, self.curves.runs
        rows = compared((run.name, [run.series[name] for name in run.curves]) for run in runs)
        self._owners = [run for run in runs for _ in run.curves]
        head, *lines = table(rows)
        self.set_options(
            [Option(Text(head, "bold", no_wrap=True), disabled=True)]
            + [Option(Text(line, no_wrap=True, overflow="ellipsis")) for line in lines]
        )
        self.highlighted = min(max(1, at or 1), len(lines)) if lines else None
