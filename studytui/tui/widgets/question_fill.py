"""Blanks in code: one input per blank, and the code above shows what is filled in so far."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.content import Content
from textual.highlight import highlight
from textual.widgets import Input, Static

from studytui.course.blanks import BLANK, blanks_in
from studytui.course.questions import Fill
from studytui.study.grading.answers import AnyAnswer, Filled
from studytui.tui.typed import host
from studytui.tui.widgets.question_box import QuestionBox


class FillBox(QuestionBox):
    """Enter goes from blank to blank, and answers on the last."""

    HOW = "Enter goes on, on the last blank it answers"
    DEFAULT_CSS = """
    FillBox > Static { padding: 0 1; margin: 0 0 1 0; background: $surface; }
    FillBox > Input { height: 1; border: none; padding: 0 1; background: $surface;
        &:focus { border: none; background: $panel; } }
    """

    def __init__(self, question: Fill) -> None:
        super().__init__()
        self._code = question.code
        self._count = blanks_in(question.code)

    def compose(self) -> ComposeResult:
        yield Static(filled_in(self._code, [""] * self._count), markup=False)
        for number in range(1, self._count + 1):
            yield Input(placeholder=f"blank {number} of {self._count}")

    def on_mount(self) -> None:
        for field in self.query(Input):
            field.cursor_blink = not host(self).remote

    def answer(self) -> AnyAnswer | None:
        return Filled(tuple(field.value for field in self.query(Input)))

    def take(self, answer: AnyAnswer) -> None:
        if isinstance(answer, Filled):
            for field, text in zip(self.query(Input), answer.blanks, strict=False):
                field.value = text

    def focus_first(self) -> None:
        self.query(Input).first().focus()

    def on_input_changed(self, message: Input.Changed) -> None:
        message.stop()
        texts = [field.value for field in self.query(Input)]
        self.query_one(Static).update(filled_in(self._code, texts))
        self.changed()

    def on_input_submitted(self, message: Input.Submitted) -> None:
        message.stop()
        fields = list(self.query(Input))
        place = fields.index(message.input)
        if place + 1 < len(fields):
            fields[place + 1].focus()
        else:
            self.submit()


def filled_in(code: str, texts: Sequence[str]) -> Content:
    """The code in colour; blanks, filled or not, stand out."""
    parts = BLANK.split(code)
    plain, places = parts[0], []
    for number, (text, after) in enumerate(zip(texts, parts[1:], strict=True), 1):
        shown = text or f"__{number}__"
        places.append((len(plain), len(plain) + len(shown)))
        plain += shown + after
    content = highlight(plain, language="python")
    for start, end in places:
        content = content.stylize("reverse", start, end)
    return content
