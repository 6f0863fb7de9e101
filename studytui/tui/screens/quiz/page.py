"""Between header and footer: the question, the answer with all that is said about it, and a line of words."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Container, Vertical, VerticalScroll
from textual.events import DescendantFocus, Resize
from textual.geometry import Size
from textual.widgets import Static

from studytui.study.grading.answers import AnyAnswer
from studytui.study.grading.verdict import Verdict
from studytui.tui.screens.quiz.asking import AnyQuestion, question_text
from studytui.tui.screens.quiz.sharing import question_rows
from studytui.tui.screens.quiz.verdict_pane import VerdictPane
from studytui.tui.widgets.formula_markdown import MathMarkdown
from studytui.tui.widgets.question_box import QuestionBox
from studytui.tui.widgets.question_boxes import box_for
from studytui.tui.widgets.section import SectionBar

BAR = 1


class QuestionPane(VerticalScroll, can_focus=True):
    """The prompt and its code; scrolls when there is more than fits."""


class AnswerPane(VerticalScroll, can_focus=True):
    """Where the question is answered, and afterwards why; scrolls by itself."""


class QuizPage(Container):
    """One question at a time. However long it is, its beginning and the place to answer are both in view."""

    DEFAULT_CSS = """
    QuizPage {
        height: 1fr; layout: vertical;
        & > .quiz-panes { height: 1fr; layout: vertical; }
        & QuestionPane, & AnswerPane { scrollbar-size: 1 1; padding: 0 1; }
        & QuestionPane { height: auto; }
        & .quiz-work { height: 1fr; }
        & AnswerPane { height: 1fr; }
        & > .quiz-words { color: $text-muted; padding: 0 1; height: auto; max-height: 4; }
    }
    """

    def compose(self) -> ComposeResult:
        with Container(classes="quiz-panes"):
            yield QuestionPane()
            with Vertical(classes="quiz-work"):
                yield SectionBar("answer")
                yield AnswerPane()
        yield Static("", classes="quiz-words", markup=False)

    def on_mount(self) -> None:
        """Share the rows anew whenever question or answer grow."""
        for pane in (self.question_pane, self.answer_pane):
            self.watch(pane, "virtual_size", self._grown, init=False)

    @property
    def question_pane(self) -> QuestionPane:
        """What is asked."""
        return self.query_one(QuestionPane)

    @property
    def answer_pane(self) -> AnswerPane:
        """Where it is answered."""
        return self.query_one(AnswerPane)

    @property
    def bar(self) -> SectionBar:
        """The rule between the two: right or wrong is said there."""
        return self.query_one(SectionBar)

    @property
    def box(self) -> QuestionBox:
        """Where the question is answered."""
        return self.query_one(QuestionBox)

    @property
    def verdict(self) -> VerdictPane:
        """What is said about the answer."""
        return self.query_one(VerdictPane)

    @property
    def reads_on(self) -> bool:
        """Whether the question is longer than its pane."""
        return self.question_pane.max_scroll_y > 0

    async def ask(self, question: AnyQuestion, typed: AnyAnswer | None = None, above: str = "") -> None:
        """Put this question on the page, with what was typed earlier, and the cursor where it is answered."""
        box = box_for(question)
        text = "\n\n".join(part for part in (above, question_text(question)) if part)
        await self._fill([MathMarkdown(text)], [box, VerdictPane()])
        self.bar.display = True
        self.bar.state = ("", "$text-muted")
        if typed is not None:
            box.take(typed)
        self.say(box.HOW)
        box.focus_first()

    async def close(self, question: AnyQuestion, verdict: Verdict) -> None:
        """The question is done: mark the answer, say why, take no more keys for it."""
        box = self.box
        box.reveal(verdict)
        self.judged(verdict)
        await self.verdict.tell(verdict, details=not box.SHOWS_ANSWER)
        await self.verdict.explain(question, verdict, told_by_box=box.SHOWS_ANSWER)
        self.answer_pane.focus()
        self.answer_pane.scroll_home(animate=False)

    def judged(self, verdict: Verdict) -> None:
        """Say on the rule whether it was right."""
        glyph, style = ("✓", "$text-success") if verdict.right else ("✗", "$text-error")
        self.bar.state = (f"{glyph} {verdict.message}", style)

    async def read(self, markdown: str) -> None:
        """Show a text instead of a question."""
        await self._fill([MathMarkdown(markdown)], [])
        self.bar.display = False
        self.say("")
        self.question_pane.focus()

    def say(self, words: str) -> None:
        """Words below everything, always in view."""
        self.query_one(".quiz-words", Static).update(words)

    def turn(self, by: int) -> None:
        """Scroll the question by a page."""
        pane = self.question_pane
        (pane.scroll_page_down if by > 0 else pane.scroll_page_up)(animate=False)

    async def _fill(
        self, question: list[MathMarkdown], answer: list[QuestionBox | VerdictPane | Static]
    ) -> None:
        for pane, widgets in ((self.question_pane, question), (self.answer_pane, answer)):
            await pane.remove_children()
            await pane.mount_all(widgets)
            pane.scroll_home(animate=False)

    def _grown(self, _before: Size, _after: Size) -> None:
        self.call_after_refresh(self._share)

    def on_resize(self, event: Resize) -> None:
        """Share the rows of the new size."""
        self.call_after_refresh(self._share)

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """The pane with the keys grows."""
        self.call_after_refresh(self._share)

    def _share(self) -> None:
        question, answer = self.question_pane, self.answer_pane
        side_by_side = self.screen.has_class("-wide")
        rows = self.query_one(".quiz-panes").size.height
        if side_by_side or not self.bar.display:
            question.styles.max_height = max(1, rows)
            return
        total = rows - BAR
        question.styles.max_height = question_rows(
            question.virtual_size.height,
            answer.virtual_size.height,
            total,
            reading=question.has_focus,
            answered=answer.has_focus,
        )
        self.call_after_refresh(self.screen.refresh_bindings)
