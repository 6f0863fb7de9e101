"""Between header and footer: the question, the place to answer, the verdict, and a line of words."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Static

from studytui.course.questions import Question
from studytui.study.grading.verdict import Verdict
from studytui.tui.screens.quiz.asking import question_text
from studytui.tui.screens.quiz.verdict_pane import VerdictPane
from studytui.tui.widgets.formula_markdown import MathMarkdown
from studytui.tui.widgets.question_box import QuestionBox
from studytui.tui.widgets.question_boxes import box_for


class QuizPage(VerticalScroll, can_focus=True):
    """One question at a time; scrolls when there is more than fits."""

    DEFAULT_CSS = """
    QuizPage {
        height: 1fr; scrollbar-size: 1 1; padding: 1 1 0 1;
        & > Vertical { height: auto; }
        & .quiz-words { color: $text-muted; padding: 0 1; height: auto; }
    }
    """

    def compose(self) -> ComposeResult:
        yield Vertical(id="quiz-question")
        yield Vertical(id="quiz-answer")

    @property
    def box(self) -> QuestionBox:
        """Where the question is answered."""
        return self.query_one(QuestionBox)

    @property
    def verdict(self) -> VerdictPane:
        """What is said about the answer."""
        return self.query_one(VerdictPane)

    async def ask(self, question: Question) -> None:
        """Put this question on the page, and the cursor where it is answered."""
        box = box_for(question)
        words = Static(box.HOW, classes="quiz-words", markup=False)
        await self._fill([MathMarkdown(question_text(question))], [box, VerdictPane(), words])
        box.focus_first()

    async def close(self, question: Question, verdict: Verdict) -> None:
        """The question is done: mark the answer, say why, take no more keys for it."""
        box = self.box
        box.reveal(verdict)
        await self.verdict.tell(verdict, details=not box.SHOWS_ANSWER)
        await self.verdict.explain(question, verdict, told_by_box=box.SHOWS_ANSWER)
        self.focus()

    async def read(self, markdown: str) -> None:
        """Show a text instead of a question."""
        await self._fill([MathMarkdown(markdown)], [])
        self.focus()

    def say(self, words: str) -> None:
        """Words below everything, and in view."""
        line = self.query_one(".quiz-words", Static)
        line.update(words)
        self.call_after_refresh(self.scroll_to_widget, line, animate=False)

    async def _fill(
        self, question: list[MathMarkdown], answer: list[QuestionBox | VerdictPane | Static]
    ) -> None:
        for name, widgets in (("#quiz-question", question), ("#quiz-answer", answer)):
            part = self.query_one(name)
            await part.remove_children()
            await part.mount_all(widgets)
        self.scroll_home(animate=False)
