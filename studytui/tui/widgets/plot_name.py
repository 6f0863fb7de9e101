"""The field in which a run gets its name."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Input

from studytui.tui.widgets.plot_curves import RecordedRun

LONGEST = 14
"""Characters: a legend has little room."""


class NameField(Input):
    """Enter keeps the run under the name; Esc leaves it as it was. Posts `Named` either way."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "cancel", "Do not keep")]

    class Named(Message):
        """The question is answered."""

    def __init__(self) -> None:
        super().__init__(
            compact=True, max_length=LONGEST, placeholder="a name; Enter keeps the run, Esc does not"
        )
        self._run: RecordedRun | None = None

    def ask(self, run: RecordedRun) -> None:
        """Ask for the name of this run."""
        self._run = run
        self.value = run.name
        self.focus()
        self.action_select_all()

    def action_cancel(self) -> None:
        """Leave the run as it was."""
        self.post_message(self.Named())

    @on(Input.Submitted)
    def _keep(self, event: Input.Submitted) -> None:
        event.stop()
        if self._run is not None:
            self._run.name = " ".join(event.value.split()) or self._run.name
            self._run.kept = True
        self.post_message(self.Named())
