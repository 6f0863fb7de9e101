"""What every step's view has."""

from __future__ import annotations

from typing import ClassVar

from textual.containers import Container
from textual.message import Message
from textual.widget import Widget

from studytui.course.model import AnyStep, Lesson
from studytui.tui.commands.host import CommandHost
from studytui.tui.screens.lesson.reading import Reading
from studytui.tui.work import EndsItsWork


class StepView(CommandHost, EndsItsWork, Container):
    """A step on the screen: text above (or left), the rest below (or right). Posts `Done` when it is done."""

    HELP: ClassVar[str] = ""
    DEFAULT_CSS = """
    StepView { height: 1fr; width: 1fr; layout: vertical;
        & > Reading { height: auto; max-height: 40%; }
        & > Reading:focus { max-height: 60%; }
    }
    """

    class Done(Message):
        """The learner has done this step."""

        def __init__(self, step_id: str) -> None:
            super().__init__()
            self.step_id = step_id

    def __init__(self, lesson: Lesson, step: AnyStep) -> None:
        super().__init__()
        self.lesson = lesson
        self.step = step

    @property
    def reading(self) -> Reading:
        """The text of the step."""
        return self.query_one(Reading)

    def entrance(self) -> Widget:
        """What gets the focus when the step is shown: never an editor, so that n and p walk on."""
        return self.reading

    def leave(self) -> None:
        """The step goes off the screen or the app ends: keep what is not kept yet."""

    def walked_past(self) -> None:
        """The learner went on to the next step."""

    def done(self) -> None:
        """Say that the step is done."""
        self.post_message(self.Done(self.step.id))
