"""`>>> `: a line for questions to the process of a finished run."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.events import Key
from textual.message import Message
from textual.widgets import Input, Static

from studytui.tui.widgets.editor.completer import Completer

MOST = 200
"""Questions that are remembered."""


class QuestionInput(Input):
    """One line; up and down go through earlier questions, Escape leaves. Posts `Prompt.Left`."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "earlier(-1)", "Earlier question", show=False),
        Binding("down", "earlier(1)", "Later question", show=False),
        Binding("escape", "leave", "Back"),
    ]

    def __init__(self) -> None:
        super().__init__(compact=True, placeholder="ask about the values, e.g. w.grad.norm()", id="question")
        self.completer = Completer(self, lambda: self.value[: self.cursor_position], self._complete_with)
        self._asked: list[str] = []
        self._place = 0
        self._unfinished = ""

    def remember(self, text: str) -> None:
        """A question was asked."""
        if not self._asked or self._asked[-1] != text:
            self._asked = [*self._asked, text][-MOST:]
        self._place = len(self._asked)

    def action_earlier(self, by: int) -> None:
        """Show an earlier or later question; below the last one, what was being typed."""
        if self._place == len(self._asked):
            self._unfinished = self.value
        self._place = max(0, min(len(self._asked), self._place + by))
        self.value = self._asked[self._place] if self._place < len(self._asked) else self._unfinished
        self.cursor_position = len(self.value)

    def on_blur(self) -> None:
        """The keys go elsewhere, and with them the list of names."""
        self.completer.close()

    async def _on_key(self, event: Key) -> None:
        """Tab completes; what the list of names does not want goes the usual way."""
        if not self.completer.take_key(event):
            if event.key != "tab" or not self.completer.wanted():
                return
            self.completer.start(self.app.bell)
        event.stop()
        event.prevent_default()

    def _complete_with(self, count: int, name: str) -> None:
        begin = self.cursor_position - count
        self.value = self.value[:begin] + name + self.value[self.cursor_position :]
        self.cursor_position = begin + len(name)

    def action_leave(self) -> None:
        """The keys belong to the step again."""
        self.post_message(Prompt.Left())


class Prompt(Horizontal):
    """Shown while a finished process is there to answer. Posts `Asked` and `Left`."""

    DEFAULT_CSS = """
    Prompt { height: 1; display: none; padding: 0 1;
        &.-open { display: block; }
        & > Static { width: 4; color: $text-accent; }
        & > QuestionInput { height: 1; width: 1fr; border: none; padding: 0; display: block; }
    }
    """

    class Asked(Message):
        """Python to be evaluated."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    class Left(Message):
        """Escape."""

    def compose(self) -> ComposeResult:
        yield Static(">>> ", markup=False)
        yield QuestionInput()

    @property
    def field(self) -> QuestionInput:
        """Where the question is typed."""
        return self.query_one(QuestionInput)

    def open(self, there: bool) -> None:
        """A process is there to answer, or no more; what was being typed stays."""
        self.set_class(there, "-open")

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        if text := event.value.strip():
            self.field.remember(text)
            event.input.value = ""
            self.post_message(self.Asked(text))
