"""The quiz screen: asks, has the answer judged, explains, schedules, goes on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from enum import Enum
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.screen import Screen
from textual.widgets import Static

from studytui.course.model import Lesson, Quiz
from studytui.errors import StorageError, StudytuiError
from studytui.study.grading.answers import AnyAnswer
from studytui.study.grading.grade import grade
from studytui.study.grading.plain import problem
from studytui.study.grading.verdict import Verdict
from studytui.study.schedule.card import Rating
from studytui.tui.commands.command import AnyCommand
from studytui.tui.commands.host import CommandHost
from studytui.tui.screens.quiz import proof
from studytui.tui.screens.quiz.asking import BY_RUNNING, gives_away, question_text
from studytui.tui.screens.quiz.commands import QUIZ_COMMANDS
from studytui.tui.screens.quiz.record import Recorder
from studytui.tui.screens.quiz.session import Answered, Round, of_step
from studytui.tui.screens.quiz.summary import summary
from studytui.tui.screens.quiz.verdict_pane import VerdictPane
from studytui.tui.typed import host
from studytui.tui.widgets.editor import CodeEditor
from studytui.tui.widgets.footer import KeyFooter
from studytui.tui.widgets.formula_markdown import MathMarkdown
from studytui.tui.widgets.header import StudyHeader
from studytui.tui.widgets.question_box import QuestionBox
from studytui.tui.widgets.question_boxes import box_for


class Stage(Enum):
    """Where in a question we are."""

    ASKING = "asking"
    JUDGING = "judging"
    ANSWERED = "answered"
    OVER = "over"


class QuizScreen(CommandHost, Screen[bool]):
    """A round of questions, one a screen. Dismissed with whether all were answered."""

    ACTIONS: ClassVar[tuple[AnyCommand, ...]] = QUIZ_COMMANDS
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-wide")]  # noqa: RUF012
    HELP = "One question at a time. Every answer was verified by running code: v shows the proof afterwards."
    DEFAULT_CSS = """
    QuizScreen {
        & #quiz-body { height: 1fr; scrollbar-size: 1 1; padding: 1 1 0 1; }
        & #quiz-body > Vertical { height: auto; }
        & .quiz-how { color: $text-muted; padding: 0 1; height: auto; }
        &.-wide #quiz-body { layout: horizontal; }
        &.-wide #quiz-body > Vertical { width: 1fr; }
    }
    """

    def __init__(
        self, lesson: Lesson | None = None, step: Quiz | None = None, played: Round | None = None
    ) -> None:
        """The questions of one quiz step, or any `played` round (reviews of due cards)."""
        super().__init__()
        if played is None:
            if lesson is None or step is None:
                raise TypeError("a quiz needs a lesson and its step, or a round of questions")
            played = of_step(lesson, step)
        self.played = played
        self.stage = Stage.ASKING
        self._last: Answered | None = None

    def compose(self) -> ComposeResult:
        yield StudyHeader()
        with VerticalScroll(id="quiz-body"):
            yield Vertical(id="quiz-question")
            yield Vertical(id="quiz-answer")
        yield KeyFooter()

    async def on_mount(self) -> None:
        self._recorder = Recorder(host(self).store)
        await (self._ask() if self.played.current else self._sum_up())

    # What commands ask for

    @property
    def asking(self) -> bool:
        """Whether an answer is wanted."""
        return self.stage is Stage.ASKING

    @property
    def answered(self) -> bool:
        """Whether the question is done."""
        return self.stage is Stage.ANSWERED

    @property
    def provable(self) -> bool:
        """Whether there is code behind the answer to run."""
        return self.answered and self._last is not None and bool(proof.code(self._last.asked.question))

    @property
    def away(self) -> bool:
        """Whether an answer is wanted but the keys are elsewhere."""
        return self.asking and not self._box.has_focus_within

    def back_to_answer(self) -> None:
        """Put the cursor where answering begins."""
        self._box.focus_first()

    def judge(self) -> None:
        """Have the answer judged; words instead where it cannot be read yet."""
        asked, answer = self.played.current, self._box.answer()
        if asked is None or not self.asking:
            return
        words = "Nothing is picked yet." if answer is None else problem(asked.question, answer)
        if words or answer is None:
            self._how(words or "")
            return
        self._move_to(Stage.JUDGING)
        self.run_worker(self._judge(answer), group="judge", exit_on_error=False)

    async def help_along(self) -> None:
        """The next hint; when there are no more, the answer."""
        asked = self.played.current
        if asked is None:
            return
        hints = getattr(asked.question, "hints", ())
        if self.played.hints < len(hints):
            await self._verdict.hint(hints[self.played.hints])
            self.played.hints += 1
            self._scroll_to_verdict()
        else:
            await self._settle(Verdict(False, "Here is the answer.", (), gives_away(asked.question)))

    async def go_on(self) -> None:
        """The next question, or the summary."""
        if not self.answered:
            return
        if self.played.current is None:
            await self._sum_up()
        else:
            await self._ask()

    def prove(self) -> None:
        """Run the code behind the answer."""
        self.run_worker(self._prove(), group="proof", exclusive=True, exit_on_error=False)

    def rate(self, rating: Rating) -> None:
        """Overrule the suggested rating."""
        settled = self._last
        if settled is None:
            return
        self._keep(lambda: self._recorder.overrule(settled, rating))
        self._last = self.played.answered[-1] = replace(settled, rating=rating)
        self._how(self._recorder.words(self._last))

    def leave(self) -> None:
        """Back to where the quiz was opened."""
        self.dismiss(self.played.current is None)

    # One question

    async def _ask(self) -> None:
        asked = self.played.current
        if asked is None:
            return
        self.played.begin()
        left, right = self.query_one("#quiz-question", Vertical), self.query_one("#quiz-answer", Vertical)
        await left.remove_children()
        await right.remove_children()
        await left.mount(MathMarkdown(question_text(asked.question)))
        box = box_for(asked.question)
        await right.mount(box, VerdictPane(), Static(box.HOW, classes="quiz-how", markup=False))
        header = self.query_one(StudyHeader)
        header.crumb = f"{asked.title} › quiz"
        header.place = f"question {self.played.place + 1} of {len(self.played.questions)}"
        self.query_one("#quiz-body").scroll_home(animate=False)
        self._move_to(Stage.ASKING)
        box.focus_first()

    async def _judge(self, answer: AnyAnswer) -> None:
        asked = self.played.current
        if asked is None:
            return
        runs = isinstance(asked.question, BY_RUNNING)
        if runs:
            self._how("Running your code and the reference…")
        try:
            if runs:
                await host(self).runner.start()
            verdict = await grade(asked.question, answer, host(self).runner if runs else None)
        except StudytuiError as error:
            self._move_to(Stage.ASKING)
            self._how(str(error))
            return
        self.played.attempts += 1
        self._keep(lambda: self._recorder.answer(self.played, asked, answer, verdict))
        if verdict.right or not runs:
            await self._settle(verdict)
        else:
            await self._try_again(verdict)

    async def _try_again(self, verdict: Verdict) -> None:
        """Code that is not right yet stays in the learner's hands."""
        await self._verdict.tell(verdict)
        self._move_to(Stage.ASKING)
        self._how(f"{self._box.HOW}; F7 helps")
        self._scroll_to_verdict()

    async def _settle(self, verdict: Verdict) -> None:
        settled = self._last = self.played.settle(verdict)
        self.played.answered.append(settled)
        self._keep(lambda: self._recorder.schedule(settled))
        self._box.reveal(verdict)
        await self._verdict.tell(verdict, details=not self._box.SHOWS_ANSWER)
        question = settled.asked.question
        await self._verdict.explain(question, verdict, told_by_box=self._box.SHOWS_ANSWER)
        self._move_to(Stage.ANSWERED)
        self._how(self._recorder.words(settled))
        self.query_one("#quiz-body").focus()
        self._scroll_to_verdict()

    async def _prove(self) -> None:
        if self._last is None:
            return
        question = self._last.asked.question
        await self._verdict.show_proof(proof.code(question), "… running")
        self._scroll_to_verdict()
        output = await proof.run(question, host(self).runner)
        await self._verdict.show_proof(proof.code(question), output)
        self._scroll_to_verdict()

    async def _sum_up(self) -> None:
        await self.query_one("#quiz-answer").remove_children()
        left = self.query_one("#quiz-question")
        await left.remove_children()
        await left.mount(MathMarkdown(summary(self.played)))
        self.query_one(StudyHeader).place = "done"
        self.query_one("#quiz-body").scroll_home(animate=False)
        self._move_to(Stage.OVER)

    # Small parts

    @property
    def _box(self) -> QuestionBox:
        return self.query_one(QuestionBox)

    @property
    def _verdict(self) -> VerdictPane:
        return self.query_one(VerdictPane)

    def _keep(self, write: Callable[[], None]) -> None:
        """Write to the store; a full disk must not end the quiz."""
        try:
            write()
        except StorageError as error:
            host(self).say(str(error), "error")

    def _how(self, words: str) -> None:
        self.query_one(".quiz-how", Static).update(words)

    def _move_to(self, stage: Stage) -> None:
        self.stage = stage
        self.refresh_bindings()

    def _scroll_to_verdict(self) -> None:
        body = self.query_one("#quiz-body", VerticalScroll)
        self.call_after_refresh(body.scroll_to_widget, self.query_one(".quiz-how"), animate=False)

    def on_code_editor_left(self, message: CodeEditor.Left) -> None:
        """Escape in an editor: the keys belong to the screen again, Enter goes back."""
        message.stop()
        self.query_one("#quiz-body").focus()

    def on_question_box_submitted(self, message: QuestionBox.Submitted) -> None:
        """Enter in the box: judge."""
        message.stop()
        self.judge()
