"""The live plot: curves as they are recorded, figures, derivatives, and a crosshair to read them."""

from __future__ import annotations

import asyncio
from collections.abc import Collection
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.timer import Timer
from textual.widgets import Static

from studytui.errors import StorageError
from studytui.plot import Chart, draw
from studytui.runner.events import Derivatives, FigureDrawn, SeriesPoints
from studytui.study.exports import ExportFolder, saved
from studytui.tui.commands.command import AnyCommand
from studytui.tui.commands.host import CommandHost
from studytui.tui.typed import host
from studytui.tui.widgets.plot_album import Album
from studytui.tui.widgets.plot_commands import PLOT_COMMANDS
from studytui.tui.widgets.plot_curves import MOST_KEPT, RecordedRun
from studytui.tui.widgets.plot_name import NameField
from studytui.tui.widgets.plot_picture import PictureView
from studytui.tui.widgets.plot_runs import RunsTable
from studytui.tui.widgets.plot_sheets import StillSheet, derivative_sheet

FRAMES = 8.0
"""Frames a second while data arrives; half of it over SSH."""
EMPTY = "No curve yet: any loss your code computes in a loop appears here."


class PlotPane(CommandHost, Vertical, can_focus=True):
    """Draws what a run records, at most eight times a second and only while something changes."""

    ACTIONS: ClassVar[tuple[AnyCommand, ...]] = PLOT_COMMANDS
    HELP = "The plot: what your code records, without a line of extra code."
    DEFAULT_CSS = """
    PlotPane {
        height: 1fr;
        & > PictureView { display: none; }
        & > .plot-words { height: 1; width: 1fr; padding: 0 1; color: $text-muted; text-wrap: nowrap;
            text-overflow: ellipsis; }
        & > .plot-empty { height: auto; width: 1fr; padding: 1 2; color: $text-muted; }
        &.-drawn > PictureView { display: block; }
        &.-drawn > .plot-empty { display: none; }
        &:focus > .plot-words { color: $foreground; }
        & > NameField { display: none; height: 1; border: none; padding: 0 1; background: $panel; }
        &.-naming > NameField { display: block; }
        &.-comparing > RunsTable { display: block; }
        &.-comparing > PictureView { display: none; }
    }
    """

    def __init__(self, *, empty: str = EMPTY, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._empty = empty
        self.album = Album()
        self.records_norms = False
        """Whether the next run is to record the gradient norm."""
        self._changed = False
        self._timer: Timer | None = None
        self._ready = False
        self._live: list[bool | None] = []

    def compose(self) -> ComposeResult:
        yield PictureView()
        yield Static(self._empty, classes="plot-empty", markup=False)
        yield RunsTable(self, self.album.curves)
        yield NameField()
        yield Static("", classes="plot-words", markup=False)

    def on_mount(self) -> None:
        rate = FRAMES / 2 if host(self).remote else FRAMES
        self._timer = self.set_interval(1 / rate, self._tick, pause=True)

    # What a run says

    def begin(self, title: str = "") -> None:
        """A new run: its curves replace the old ones, which stay as dim ghosts."""
        self.album.begin()
        self.changed()

    def add(self, event: SeriesPoints) -> None:
        """Take in a batch of a recorded series."""
        self.album.add(event)
        self.changed()

    def show_figure(self, event: FigureDrawn) -> None:
        """Show the axes of a figure the code drew."""
        self.album.add_figure(event)
        self.changed()

    def show_chart(self, chart: Chart) -> None:
        """Show this chart alone."""
        self.album.show_alone(StillSheet(chart))
        self.changed()

    def show_derivatives(self, event: Derivatives, shown: Collection[int]) -> None:
        """Show f and its derivatives of these orders (0 is f), with the tangent at the crosshair."""
        self.album.show_alone(derivative_sheet(event, shown))
        self.changed()

    def finish(self) -> None:
        """The run has ended: draw what came last, on axes that show it."""
        self.album.settle()
        self.changed()

    def clear(self) -> None:
        """Forget all curves and figures."""
        self.album.clear()
        self.changed()

    def toggle_norms(self) -> None:
        """Have the next runs record the gradient norm, or no longer."""
        self.records_norms = not self.records_norms
        now = "The next run records the gradient norm" if self.records_norms else "No gradient norm any more"
        host(self).say(f"{now}: g changes that.")

    # Runs to compare

    def ask_name(self, run: RecordedRun) -> None:
        """Let the learner name a run, which keeps it."""
        if self.album.curves.full and not run.kept:
            host(self).say(f"{MOST_KEPT} runs are kept: c lists them, x drops one", "warning")
            return
        self.add_class("-naming")
        self.query_one(NameField).ask(run)

    def compare(self, wanted: bool) -> None:
        """Show the table of runs, or the curves again."""
        table = self.query_one(RunsTable)
        self.set_class(wanted, "-comparing")
        table.fill()
        self.screen.set_focus(table if wanted else self)

    @on(NameField.Named)
    def _named(self, message: NameField.Named) -> None:
        message.stop()
        self.remove_class("-naming")
        if self.has_class("-comparing"):
            self.compare(True)
        else:
            self.focus()
        self.changed()

    async def save(self) -> None:
        """Write what is shown to files, and say which."""
        sheet = self.album.sheet
        if sheet is None:
            return
        try:
            files = await asyncio.to_thread(ExportFolder().save_plot, sheet.paper(self.album.view))
        except StorageError as error:
            host(self).say(str(error), "error")
            return
        host(self).say(saved(files))

    # Drawing

    @property
    def up_to_date(self) -> bool:
        """Whether the picture shows all that was recorded and asked for."""
        return not self._changed

    def on_picture_view_unfit(self, message: PictureView.Unfit) -> None:
        message.stop()
        self.changed()

    def changed(self) -> None:
        """There is something new to draw, or another way to look at it: do so with the next frame."""
        self._changed = True
        if self._timer is not None:
            self._timer.resume()

    async def _tick(self) -> None:
        if not self._changed and self._timer is not None:
            self._timer.pause()
            return
        if not self._ready:
            await asyncio.to_thread(draw, Chart(title="", lines=()), 40, 10)  # plotext takes 0.2 s to import
            self._ready = True
        self._changed = False
        self._draw()
        self._tell_keys()

    def _tell_keys(self) -> None:
        """The footer costs as much as the frame: it is drawn anew only when other keys do something."""
        live = [command.available(self) for command in self.known()]
        if live != self._live:
            self._live = live
            self.refresh_bindings()

    def _draw(self) -> None:
        view = self.query_one(PictureView)
        width, height = view.size
        chart = self.album.chart(width)
        self.set_class(chart is not None, "-drawn")
        if chart is not None and width and height:
            view.show(draw(chart, width, height))
        self.query_one(".plot-words", Static).update(self.album.words, layout=False)  # always one row
        if self.has_class("-comparing"):
            self.query_one(RunsTable).fill()
