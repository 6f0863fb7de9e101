"""Code to repair or to complete: an editor that starts with it."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.widgets import TextArea

from studytui.course.model import Exercise
from studytui.course.questions import Bug
from studytui.study.grading.answers import AnyAnswer, Coded
from studytui.tui.widgets.editor import CodeEditor
from studytui.tui.widgets.question_box import QuestionBox


class BugBox(QuestionBox):
    """As many lines of editor as the code has, within reason."""

    HOW = "repair the code, F5 answers"
    DEFAULT_CSS = """
    BugBox > CodeEditor { height: auto; min-height: 3; max-height: 14; }
    QuizScreen.-wide BugBox > CodeEditor { max-height: 26; }
    BugBox:disabled > CodeEditor { max-height: 6; }
    """

    def __init__(self, question: Bug | Exercise) -> None:
        super().__init__()
        exercise = isinstance(question, Exercise)
        self._code = question.starter if isinstance(question, Exercise) else question.code
        self.HOW = "complete the code, F5 answers" if exercise else self.HOW

    def compose(self) -> ComposeResult:
        yield CodeEditor(self._code.rstrip("\n"))

    def answer(self) -> AnyAnswer | None:
        return Coded(self.query_one(CodeEditor).text)

    def take(self, answer: AnyAnswer) -> None:
        if isinstance(answer, Coded):
            self.query_one(CodeEditor).text = answer.code

    def focus_first(self) -> None:
        self.query_one(CodeEditor).focus()

    def on_text_area_changed(self, message: TextArea.Changed) -> None:
        message.stop()
        self.changed()
