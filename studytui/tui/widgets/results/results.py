"""Output, plot and values of a run behind one bar of titles; fed with the run's events."""

from __future__ import annotations

from functools import singledispatchmethod
from time import monotonic
from typing import TYPE_CHECKING, Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import ContentSwitcher, Input

from studytui.runner.events import (
    Answered,
    AnyEvent,
    Closed,
    Failed,
    FigureDrawn,
    Finished,
    InputWanted,
    Inspected,
    SeriesPoints,
    Started,
    Stderr,
    Stdout,
    Truncated,
    ValueShown,
    Variables,
)
from studytui.tui.commands.command import AnyCommand
from studytui.tui.commands.host import CommandHost
from studytui.tui.typed import host
from studytui.tui.widgets.output.pane import OutputPane
from studytui.tui.widgets.plot_pane import PlotPane
from studytui.tui.widgets.results.copying import CopyShown
from studytui.tui.widgets.results.page import SaveRun, code_beside
from studytui.tui.widgets.results.prompt import Prompt
from studytui.tui.widgets.results.values import ValuesPane
from studytui.tui.widgets.results.words import BAD, CALM, ending, size
from studytui.tui.widgets.section import SectionBar

if TYPE_CHECKING:
    from studytui.runner.console import Said

TABS = ("output", "plot", "values")
OUTPUT, PLOT, VALUES = range(3)
CURVE = 8
"""Points from which a series is a curve worth showing by itself; two calls of backward() are none."""


class Results(CommandHost, Vertical):
    """The lower half of a step with code. Posts `Answered` when the learner answered the code's `input()`."""

    ACTIONS: ClassVar[tuple[AnyCommand, ...]] = (SaveRun, CopyShown)
    HELP: ClassVar[str] = "What the run gave back."
    DEFAULT_CSS = """
    Results { height: 1fr; min-height: 4;
        & ContentSwitcher { height: 1fr; }
        & > Input { height: 1; border: none; padding: 0 1; display: none; }
        &.-asking > Input { display: block; }
    }
    """

    class Answered(Message):
        """A line for the code's `input()`."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.bar = SectionBar(*TABS)
        self.output = OutputPane(id="output")
        self.plot = PlotPane(id="plot")
        self.values = ValuesPane(id="values")
        self.variables: tuple[dict[str, Any], ...] = ()
        self.closer: tuple[dict[str, Any], ...] = ()
        self.saw_nan = False
        self.prompt = Prompt()
        self._ended = ("", CALM)
        self._quiet = self._begun = False
        self.title, self.code = "", ""
        self._failed: Failed | None = None
        self._chosen = False
        self._points = 0
        self._device, self._since = "", 0.0
        self._clock: Timer | None = None

    def compose(self) -> ComposeResult:
        yield self.bar
        with ContentSwitcher(initial="output"):
            yield self.output
            yield self.plot
            yield self.values
        yield Input(compact=True, id="answer")
        yield self.prompt

    @property
    def failed(self) -> Failed | None:
        """The error that ended the last run."""
        return self._failed

    @property
    def pane(self) -> Widget:
        """The pane that is shown."""
        return (self.output, self.plot, self.values)[self.bar.shown]

    def choose(self, index: int) -> None:
        """The learner wants this pane; it stays until the next run."""
        self._chosen = True
        self._show(index)

    def begin(self, title: str, quietly: bool = False) -> None:
        """A run was asked for: empty the panes, keep its curves as ghosts. `quietly`: stay at this pane."""
        self.title, self.code = title, code_beside(self)
        self._failed = None
        self.variables, self.closer = (), ()
        self.saw_nan = False
        self._points = 0
        self._quiet = quietly
        self._chosen = self.bar.shown == VALUES or (quietly and self._begun)
        self._begun = True
        self.output.clear()
        self.plot.begin(title)
        self.prompt.open(False)
        self._stop_clock()
        if not quietly:
            self.bar.state = ("… starting", CALM)
        self.set_class(False, "-asking")

    def refuse(self, words: str) -> None:
        """No run could be started, and why."""
        self._stop_clock()
        self.bar.state = ("✗ not run", BAD)
        self._show(OUTPUT)
        self.output.note(words)

    @singledispatchmethod
    def hear(self, event: AnyEvent) -> None:
        """Show one event of the run."""

    @hear.register
    def _(self, event: Started) -> None:
        self._device, self._since = event.device, monotonic()
        self._tick()
        self._clock = self.set_interval(1.0, self._tick)

    @hear.register
    def _(self, event: Stdout) -> None:
        self.output.write(event.text)
        self.bar.announce(OUTPUT)

    @hear.register
    def _(self, event: Stderr) -> None:
        self.output.write(event.text, "stderr")
        self.bar.announce(OUTPUT)

    @hear.register
    def _(self, event: ValueShown) -> None:
        self.output.write(f"{event.text}\n", "value")

    @hear.register
    def _(self, event: SeriesPoints) -> None:
        self.saw_nan = self.saw_nan or "nan" in event.values
        self.plot.add(event)
        self._points += len(event.steps)
        self._offer_plot(self._points >= CURVE)

    @hear.register
    def _(self, event: FigureDrawn) -> None:
        self.plot.show_figure(event)
        self._offer_plot(True)

    @hear.register
    def _(self, event: Variables) -> None:
        self.variables = event.items
        self.values.show_variables(event.items)
        self.bar.announce(VALUES)

    @hear.register
    def _(self, event: Inspected) -> None:
        self.closer += event.items

    @hear.register
    def _(self, event: Truncated) -> None:
        self.output.note(f"… {size(event.dropped)} more of {event.stream} were not kept")

    @hear.register
    def _(self, event: InputWanted) -> None:
        self.set_class(True, "-asking")
        field = self.query_one("#answer", Input)
        field.placeholder = event.prompt or "the code asks for a line"
        field.focus()

    @hear.register
    def _(self, event: Failed) -> None:
        self._failed = event
        if self._quiet:
            self.bar.announce(OUTPUT)
        else:
            self._show(OUTPUT)
        if event.hint:
            self.output.note(f"? {event.hint}")
        if event.lesson and host(self).library.get(event.lesson) is not None:
            self.output.note(f"  Lesson about it: {event.lesson} (w opens it; F12 while typing)")

    @hear.register
    def _(self, event: Finished) -> None:
        self._stop_clock()
        self._ended = self.bar.state = ending(event, self._failed)
        self.set_class(False, "-asking")
        self.plot.finish()
        if self.saw_nan and self._failed is None:
            self.output.note("? A recorded value became nan. F11 runs it again and stops where that began.")
        if event.message and self._failed is None:  # a traceback already says it
            self.output.note(event.message)

    def asked(self, text: str) -> None:
        """The learner asks the finished process something: the answers are read in the output."""
        self._show(OUTPUT)
        self.output.note(f">>> {text}")
        self.bar.state = ("… answering", CALM)

    def answer(self, event: Said) -> None:
        """Show what the finished process says."""
        if isinstance(event, Answered):
            self.bar.state = self._ended
        elif isinstance(event, Closed):
            self.bar.state = self._ended
            self.prompt.open(False)
            if event.message:
                self.output.note(event.message)
        else:
            self.hear(event)

    def _offer_plot(self, worth_it: bool) -> None:
        """Show the plot when there is something to see in it and the learner has not chosen another pane."""
        if self.plot.album.sheet is None:
            return  # a single value is no curve
        if worth_it and not self._chosen:
            self._show(PLOT)
        self.bar.announce(PLOT)

    def _tick(self) -> None:
        seconds = int(monotonic() - self._since)
        self.bar.state = (f"… running on {self._device}" + (f" {seconds} s" if seconds else ""), CALM)

    def _stop_clock(self) -> None:
        if self._clock is not None:
            self._clock.stop()
            self._clock = None

    def _show(self, index: int) -> None:
        if index != self.bar.shown:
            focused = self.pane.has_focus
            self.bar.shown = index
            self.query_one(ContentSwitcher).current = TABS[index]
            if focused:
                self.pane.focus()

    @on(Input.Submitted, "#answer")
    def _answer(self, event: Input.Submitted) -> None:
        event.stop()
        self.output.write(f"{event.value}\n", "note")
        self.set_class(False, "-asking")
        event.input.value = ""
        self.pane.focus()
        self.post_message(self.Answered(event.value))
