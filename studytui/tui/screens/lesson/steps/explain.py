"""A step to read."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult

from studytui.course.model import Explain, Lesson
from studytui.tui.screens.lesson.reading import Reading
from studytui.tui.screens.lesson.steps.base import StepView


class ExplainView(StepView):
    """Text over the whole screen; done when the learner goes on."""

    HELP: ClassVar[str] = "Read; Space turns the page and, at the end, goes on."
    DEFAULT_CSS = """
    ExplainView > Reading { height: 1fr; max-height: 100%; padding: 1 2; max-width: 96; }
    ExplainView > Reading:focus { max-height: 100%; }
    """

    def __init__(self, lesson: Lesson, step: Explain) -> None:
        super().__init__(lesson, step)
        title = f"## {step.title}\n\n" if step.title else ""
        self._text = title + step.text

    def compose(self) -> ComposeResult:
        yield Reading(self._text)

    def walked_past(self) -> None:
        self.done()
