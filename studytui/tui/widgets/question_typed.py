"""Questions answered by typing one line: what it prints, a shape, a number."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.widgets import Input, Label

from studytui.course.questions import Output, ShapeQuestion, Value
from studytui.study.grading.answers import AnyAnswer, Typed
from studytui.tui.typed import host
from studytui.tui.widgets.question_box import QuestionBox


class TypedBox(QuestionBox):
    """One input line with words about what belongs there."""

    HOW = "type, then Enter answers"
    DEFAULT_CSS = """
    TypedBox > Label { color: $text-muted; padding: 0 1; }
    TypedBox > Input { height: 1; border: none; padding: 0 1; background: $surface;
        &:focus { border: none; background: $panel; } }
    """

    def __init__(self, question: Output | ShapeQuestion | Value) -> None:
        super().__init__()
        self._asks, self._example = wanted(question)

    def compose(self) -> ComposeResult:
        yield Label(self._asks, markup=False)
        yield Input(placeholder=self._example)

    def on_mount(self) -> None:
        self.query_one(Input).cursor_blink = not host(self).remote

    def answer(self) -> AnyAnswer | None:
        return Typed(self.query_one(Input).value)

    def take(self, answer: AnyAnswer) -> None:
        if isinstance(answer, Typed):
            self.query_one(Input).value = answer.text

    def on_input_changed(self, message: Input.Changed) -> None:
        message.stop()
        self.changed()

    def focus_first(self) -> None:
        self.query_one(Input).focus()

    def on_input_submitted(self, message: Input.Submitted) -> None:
        message.stop()
        self.submit()


def wanted(question: Output | ShapeQuestion | Value) -> tuple[str, str]:
    """What to ask for, and an example of the form."""
    match question:
        case Output():
            several = len(question.answer.strip().splitlines()) > 1
            return "What does it print?", "line breaks count as spaces" if several else "exactly as printed"
        case ShapeQuestion():
            return f"Shape of {question.of}?", "for example [2, 3], or [] for a single number"
        case Value():
            unit = f" in {question.unit}" if question.unit else ""
            return f"Value of {question.of}{unit}?", "for example 0.25, 1e-3 or 1/4"
