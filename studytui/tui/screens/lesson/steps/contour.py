"""A function of two parameters as contours, one track per optimizer: a program the learner can change."""

from __future__ import annotations

from typing import ClassVar

from studytui.course.contour_program import contour_program
from studytui.course.model import Contour, Lesson
from studytui.runner.events import Finished, Status
from studytui.tui.screens.lesson.steps.code import CodeView


class ContourView(CodeView):
    """Draws with F5; done when it ran well."""

    HELP: ClassVar[str] = "Contours of a function and the way each optimizer takes: F5 draws, F3 enlarges."

    def __init__(self, lesson: Lesson, step: Contour) -> None:
        super().__init__(lesson, step, step.text or "Press **F5** to draw.", contour_program(step))

    def finished(self, event: Finished) -> None:
        if event.status is Status.OK:
            self.done()
