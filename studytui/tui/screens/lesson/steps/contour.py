"""A function of two parameters as contours, one track per optimizer: a program the learner can change."""

from __future__ import annotations

from typing import ClassVar

from textual.timer import Timer

from studytui.course.contour_program import contour_program
from studytui.course.model import Contour, Lesson
from studytui.plot import Chart, figure_charts
from studytui.plot.walk import steps_of, walked
from studytui.runner.events import AnyEvent, FigureDrawn, Finished, Status
from studytui.tui.commands.command import AnyCommand
from studytui.tui.screens.lesson.steps.code import CodeView
from studytui.tui.screens.lesson.steps.code_commands import CODE_COMMANDS
from studytui.tui.screens.lesson.steps.contour_commands import CONTOUR_COMMANDS
from studytui.tui.typed import host
from studytui.tui.widgets.plot_pane import PlotPane

HINT = " (a walks, [ ] step)"
LOW = 30
"""Rows below which the picture takes the place of the code once it is drawn; F3 brings that back."""
RATE, REMOTE_RATE = 6.0, 4.0
"""Pictures a second."""
LONGEST = 10.0
"""Seconds a walk may take: longer tracks take several steps at once."""


class ContourView(CodeView):
    """Draws with F5, and then walks the tracks step by step; done when it ran well."""

    ACTIONS: ClassVar[tuple[AnyCommand, ...]] = (*CODE_COMMANDS, *CONTOUR_COMMANDS)
    HELP: ClassVar[str] = (
        "Contours of a function and the way each optimizer takes: F5 draws and walks, a walks again, "
        "[ and ] go step by step, F3 enlarges."
    )

    def __init__(self, lesson: Lesson, step: Contour) -> None:
        super().__init__(lesson, step, step.text or "Press **F5** to draw.", contour_program(step))
        self._chart: Chart | None = None
        self._clock: Timer | None = None
        self.at = 0

    def hear(self, event: AnyEvent) -> None:
        super().hear(event)
        if isinstance(event, FigureDrawn) and self._chart is None:
            self._chart = next(iter(figure_charts(event)), None)

    def begin_results(self, quietly: bool = False) -> None:
        self._pause()
        self._chart = None
        super().begin_results(quietly)

    def finished(self, event: Finished) -> None:
        if event.status is Status.OK:
            self.done()
            if self.steps and self.app.size.height < LOW and not self.has_class("-results-full"):
                self.full("results")
            self.play()

    @property
    def steps(self) -> int:
        """How many steps the tracks have; 0 before anything is drawn."""
        return steps_of(self._chart) if self._chart is not None else 0

    @property
    def playing(self) -> bool:
        """Whether the tracks are being walked."""
        return self._clock is not None

    def play(self) -> None:
        """Walk the tracks from where they are, from the start if they are at the end; or stand still."""
        if self.playing:
            self._pause()
        elif self.steps:
            self.go(0 if self.at >= self.steps else self.at)
            rate = REMOTE_RATE if host(self).remote else RATE
            self._clock = self.set_interval(1 / rate, lambda: self._on(rate))

    def step_by(self, steps: int) -> None:
        """Stand still, so many steps on or back."""
        self._pause()
        self.go(self.at + steps)

    def go(self, step: int) -> None:
        """Show the tracks as they were after this step."""
        self.at = min(max(step, 0), self.steps)
        if self._chart is not None:
            self.query_one(PlotPane).show_chart(walked(self._chart, self.at, HINT))

    def _on(self, rate: float) -> None:
        self.go(self.at + max(1, round(self.steps / (LONGEST * rate))))
        if self.at >= self.steps:
            self._pause()

    def _pause(self) -> None:
        if self._clock is not None:
            self._clock.stop()
            self._clock = None
