"""What people get wrong: the claim, the code that refutes it, then the truth."""

from __future__ import annotations

from typing import ClassVar

from studytui.course.model import Lesson, Wrong
from studytui.runner.events import Finished, Status
from studytui.tui.screens.lesson.steps.code import CodeView
from studytui.tui.typed import host


class WrongView(CodeView):
    """The truth appears after the code has run; done then."""

    HELP: ClassVar[str] = (
        "A claim people make. Run the code and see whether it holds; then the truth is shown."
    )

    def __init__(self, lesson: Lesson, step: Wrong) -> None:
        super().__init__(lesson, step, f"**People say:** {step.claim}", step.code.rstrip())
        self.wrong = step
        self._told = False

    def on_mount(self) -> None:
        """A truth once seen stays seen."""
        if self.step.id in host(self).store.done(self.lesson.id):
            self._tell()

    def finished(self, event: Finished) -> None:
        if event.status in (Status.OK, Status.ERROR):
            self._tell()
            self.done()

    def _tell(self) -> None:
        if not self._told:
            self._told = True
            self.run_worker(self.reading.reveal(f"**In truth:** {self.wrong.truth}"))
