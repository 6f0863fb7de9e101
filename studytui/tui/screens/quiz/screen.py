"""The quiz screen: asks, has the answer judged, explains, schedules, goes on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from enum import Enum
from typing import ClassVar

from textual.app import ComposeResult
from textual.screen import Screen

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
from studytui.tui.screens.quiz.asking import BY_RUNNING, gives_away
from studytui.tui.screens.quiz.commands import QUIZ_COMMANDS
from studytui.tui.screens.quiz.page import QuizPage
from studytui.tui.screens.quiz.record import Recorder
from studytui.tui.screens.quiz.session import Answered, Asked, Round, of_step
from studytui.tui.screens.quiz.summary import summary
from studytui.tui.typed import host
from studytui.tui.widgets.editor import CodeEditor
from studytui.tui.widgets.footer import KeyFooter
from studytui.tui.widgets.header import StudyHeader
from studytui.tui.widgets.question_box import QuestionBox


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
    QuizScreen.-wide QuizPage { layout: horizontal; & > Vertical { width: 1fr; } }
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
        yield StudyHeader("Quiz")
        yield QuizPage()
        yield KeyFooter()

    async def on_mount(self) -> None:
        """Begin with the first question."""
        self._recorder = Recorder(host(self).store)
        await self._ask_next()

    # What commands ask for

    @property
    def page(self) -> QuizPage:
        """The question and all that belongs to it."""
        return self.query_one(QuizPage)

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
        return self.asking and not self.page.box.has_focus_within

    def judge(self) -> None:
        """Have the answer judged; words instead where it cannot be read yet."""
        asked, answer = self.played.current, self.page.box.answer()
        if asked is None or not self.asking:
            return
        words = "Nothing is picked yet." if answer is None else problem(asked.question, answer)
        if words or answer is None:
            self.page.say(words or "")
            return
        self._move_to(Stage.JUDGING)
        self.run_worker(self._judge(asked, answer), group="judge")

    async def help_along(self) -> None:
        """The next hint; when there are no more, the answer."""
        asked = self.played.current
        if asked is None:
            return
        hints = getattr(asked.question, "hints", ())
        if self.played.hints < len(hints):
            await self.page.verdict.hint(hints[self.played.hints])
            self.played.hints += 1
            self.page.say(self.page.box.HOW)
        else:
            await self._settle(Verdict(False, "Here is the answer.", (), gives_away(asked.question)))

    async def go_on(self) -> None:
        """The next question, or the summary."""
        if self.answered:
            await self._ask_next()

    def prove(self) -> None:
        """Run the code behind the answer."""
        if self._last is not None:
            self.run_worker(self._prove(self._last), group="proof", exclusive=True)

    def rate(self, rating: Rating) -> None:
        """Overrule the suggested rating."""
        settled = self._last
        if settled is not None:
            self._keep(lambda: self._recorder.overrule(settled, rating))
            self._last = self.played.answered[-1] = replace(settled, rating=rating)
            self.page.say(self._recorder.words(self._last))

    def leave(self) -> None:
        """Back to where the quiz was opened."""
        self.dismiss(self.played.current is None)

    # One question

    async def _ask_next(self) -> None:
        asked, header = self.played.current, self.query_one(StudyHeader)
        if asked is None:
            await self.page.read(summary(self.played))
            header.place = "done"
            self._move_to(Stage.OVER)
            return
        self.played.begin()
        header.crumb = f"{asked.title} › quiz"
        header.place = f"question {self.played.place + 1} of {len(self.played.questions)}"
        await self.page.ask(asked.question)
        self._move_to(Stage.ASKING)

    async def _judge(self, asked: Asked, answer: AnyAnswer) -> None:
        runs = isinstance(asked.question, BY_RUNNING)
        try:
            if runs:
                self.page.say("… running your code and the reference")
                await host(self).runner.start()
            verdict = await grade(asked.question, answer, host(self).runner if runs else None)
        except StudytuiError as error:
            self._move_to(Stage.ASKING)
            self.page.say(f"✗ {error}")
            return
        self.played.attempts += 1
        self._keep(lambda: self._recorder.answer(self.played, asked, answer, verdict))
        await (self._settle(verdict) if verdict.right or not runs else self._try_again(verdict))

    async def _try_again(self, verdict: Verdict) -> None:
        """Code that is not right yet stays in the learner's hands."""
        await self.page.verdict.tell(verdict)
        self._move_to(Stage.ASKING)
        self.page.say(f"{self.page.box.HOW}; F7 helps")

    async def _settle(self, verdict: Verdict) -> None:
        settled = self._last = self.played.settle(verdict)
        self.played.answered.append(settled)
        self._keep(lambda: self._recorder.schedule(settled))
        await self.page.close(settled.asked.question, verdict)
        self._move_to(Stage.ANSWERED)
        self.page.say(self._recorder.words(settled))

    async def _prove(self, settled: Answered) -> None:
        question, verdict = settled.asked.question, self.page.verdict
        await verdict.show_proof(proof.code(question), "… running")
        self.page.say(self._recorder.words(settled))
        await verdict.show_proof(proof.code(question), await proof.run(question, host(self).runner))
        self.page.say(self._recorder.words(settled))

    # Small parts

    def _keep(self, write: Callable[[], None]) -> None:
        """Write to the store; a full disk must not end the quiz."""
        try:
            write()
        except StorageError as error:
            host(self).say(str(error), "error")

    def _move_to(self, stage: Stage) -> None:
        self.stage = stage
        self.refresh_bindings()

    def on_code_editor_left(self, message: CodeEditor.Left) -> None:
        """Escape in an editor: the keys belong to the page again, Enter goes back."""
        message.stop()
        self.page.focus()

    def on_question_box_submitted(self, message: QuestionBox.Submitted) -> None:
        """Enter in the box: judge."""
        message.stop()
        self.judge()
