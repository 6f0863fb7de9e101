"""f and its derivatives, drawn."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult

from studytui.course.model import Derivative, Lesson
from studytui.runner.events import AnyEvent, Derivatives, Failed, Finished, Status
from studytui.runner.request import DerivativeRequest, RunRequest
from studytui.tui.commands.command import AnyCommand
from studytui.tui.running import RunSession
from studytui.tui.screens.lesson.reading import Reading
from studytui.tui.screens.lesson.steps.base import StepView
from studytui.tui.screens.lesson.steps.derivative_commands import DERIVATIVE_COMMANDS
from studytui.tui.widgets.plot_pane import PlotPane


class DerivativeView(StepView):
    """Draws when it is shown: computed by autograd, in a run of its own; done when drawn."""

    ACTIONS: ClassVar[tuple[AnyCommand, ...]] = DERIVATIVE_COMMANDS
    HELP: ClassVar[str] = (
        "A function and its derivatives. 1, 2 and 3 show and hide them; arrows move the crosshair."
    )
    DEFAULT_CSS = """
    DerivativeView { & > PlotPane { width: 1fr; min-height: 10; }
        &.-plot-full > Reading { display: none; } }
    """

    def __init__(self, lesson: Lesson, step: Derivative) -> None:
        super().__init__(lesson, step)
        self.derivative = step
        self.shown = set(range(step.orders + 1))
        self.session = RunSession(self, self._hear, self._refused)
        self._data: Derivatives | None = None

    def compose(self) -> ComposeResult:
        step = self.derivative
        title = f"**{step.title}**\n\n" if step.title else ""
        low, high = step.range
        yield Reading(f"{title}{step.text}\n\n`f(x) = {step.f}`, x from {low:g} to {high:g}")
        yield PlotPane(empty="Computing f and its derivatives…")

    def on_mount(self) -> None:
        """Compute at once: a picture needs no key."""
        self.compute()

    def compute(self) -> None:
        """Evaluate f and its derivatives in a run."""
        step = self.derivative
        wanted = DerivativeRequest(f=step.f, low=step.range[0], high=step.range[1], orders=step.orders)
        self.session.start(RunRequest(code="", derivative=wanted))

    def toggle(self, order: int) -> None:
        """Show or hide f (0) or a derivative."""
        self.shown ^= {order}
        self._draw()

    def _hear(self, event: AnyEvent) -> None:
        if isinstance(event, Derivatives):
            self._data = event
            self._draw()
            self.run_worker(self.reading.remark("\n".join(event.notes), "$text-muted"))
        elif isinstance(event, Failed):
            self._refused(f"{event.error}: {event.message}")
        elif isinstance(event, Finished):
            self._finished(event)

    def _finished(self, event: Finished) -> None:
        if self._data is not None:
            self.done()
        elif event.status is not Status.ERROR:
            self._refused(event.message or "The run ended without a result: F5 tries again")

    def _draw(self) -> None:
        if self._data is not None:
            self.query_one(PlotPane).show_derivatives(self._data, self.shown)

    def _refused(self, words: str) -> None:
        self.run_worker(self.reading.remark(f"✗ {words}", "$text-error"))
