"""Broken code to repair: an editor that starts with the bug in it."""

from __future__ import annotations

from textual.app import ComposeResult

from studytui.course.questions import Bug
from studytui.study.grading.answers import AnyAnswer, Coded
from studytui.tui.widgets.editor import CodeEditor
from studytui.tui.widgets.question_box import QuestionBox


class BugBox(QuestionBox):
    """As many lines of editor as the code has, within reason."""

    HOW = "repair the code, F5 answers"
    DEFAULT_CSS = """
    BugBox > CodeEditor { height: auto; min-height: 3; max-height: 14; }
    """

    def __init__(self, question: Bug) -> None:
        super().__init__()
        self._code = question.code

    def compose(self) -> ComposeResult:
        yield CodeEditor(self._code)

    def answer(self) -> AnyAnswer | None:
        return Coded(self.query_one(CodeEditor).text)

    def focus_first(self) -> None:
        self.query_one(CodeEditor).focus()
