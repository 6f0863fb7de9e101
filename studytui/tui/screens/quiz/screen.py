"""The quiz screen: asks, has the answer judged, explains, schedules, goes on."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from typing import ClassVar

from textual.app import ComposeResult

from studytui.course.model import Lesson, Quiz
from studytui.errors import StorageError, StudytuiError
from studytui.study import proof
from studytui.study.decks.known import look
from studytui.study.given import given, right_answer
from studytui.study.grading.answers import AnyAnswer
from studytui.study.grading.grade import grade
from studytui.study.grading.unreadable import unreadable
from studytui.study.grading.verdict import Verdict
from studytui.study.schedule.card import Rating
from studytui.tui.commands.command import AnyCommand
from studytui.tui.commands.host import CommandHost
from studytui.tui.screens.quiz.asking import BY_RUNNING
from studytui.tui.screens.quiz.commands import QUIZ_COMMANDS
from studytui.tui.screens.quiz.ending import ending
from studytui.tui.screens.quiz.keeper import RoundKeeper, resumed
from studytui.tui.screens.quiz.manner import left_words
from studytui.tui.screens.quiz.page import QuizPage
from studytui.tui.screens.quiz.record import RoundRecorder
from studytui.tui.screens.quiz.report import record
from studytui.tui.screens.quiz.session import Answered, Asked, Round, of_step
from studytui.tui.screens.quiz.standing import RoundScreen, Stage
from studytui.tui.typed import host
from studytui.tui.widgets.editor import CodeEditor
from studytui.tui.widgets.footer import KeyFooter
from studytui.tui.widgets.header import StudyHeader
from studytui.tui.widgets.question_box import QuestionBox

SKIPPED = "Skipped."
"""In an exam: counts as wrong there, but says nothing about a lesson that was perhaps never read."""


class QuizScreen(CommandHost, RoundScreen):
    """A round of questions, one a screen. Dismissed with whether all were answered."""

    ACTIONS: ClassVar[tuple[AnyCommand, ...]] = QUIZ_COMMANDS
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-wide")]  # noqa: RUF012
    HELP = "One question at a time. Every answer was verified by running code: v shows the proof afterwards."
    DEFAULT_CSS = """
    QuizScreen.-wide .quiz-panes { layout: horizontal;
        & > QuestionPane, & > .quiz-work { width: 1fr; height: 1fr; }
    }
    """

    def __init__(
        self, lesson: Lesson | None = None, step: Quiz | None = None, played: Round | None = None
    ) -> None:
        """The questions of one quiz step, or any `played` round (reviews of due cards)."""
        if played is None:
            if lesson is None or step is None:
                raise TypeError("a quiz needs a lesson and its step, or a round of questions")
            played = of_step(lesson, step)
        super().__init__(played)
        self._keeper = RoundKeeper(self)
        self._page_turns = asyncio.Lock()
        """Held while the page of one question is filled or closed: the keys may be ahead of it."""

    def compose(self) -> ComposeResult:
        yield StudyHeader("Quiz")
        yield QuizPage()
        yield KeyFooter()

    async def on_mount(self) -> None:
        """Begin with the first question, or where the round was left."""
        self._recorder = RoundRecorder(host(self).store)
        self.played = resumed(host(self), self.played)
        await self._ask()
        if self.played.manner.limit:
            self.set_interval(1.0, self._tick)

    # What commands ask for

    def judge(self) -> None:
        """Have the answer judged; words instead where it cannot be read yet."""
        asked, answer = self.played.current, self.page.box.answer()
        if asked is None or not self.asking:
            return
        words = unreadable(asked.question, answer) if answer is not None else "Nothing is picked yet."
        if words or answer is None:
            self.page.say(words)
            return
        self._move_to(Stage.BUSY)
        self.run_worker(self._judge(asked, answer), group="judge")

    async def hint(self) -> None:
        """Show the next hint."""
        asked = self.played.current
        if asked is not None and self.hints_left:
            hints = getattr(asked.question, "hints", ())
            await self.page.verdict.hint(
                f"{self.played.hints + 1} of {len(hints)}: {hints[self.played.hints]}"
            )
            self.played.hints += 1
            self.page.answer_pane.scroll_end(animate=False)
            self._keeper.now()
            self.refresh_bindings()

    async def give_up(self) -> None:
        """Show the answer; it counts as not known."""
        asked = self.played.current
        if asked is not None and self.asking:
            words = "Here is the answer." if self.played.manner.told else SKIPPED
            await self._settle(Verdict(False, words, (), right_answer(asked.question)))

    async def go_on(self) -> None:
        """The next question, or the summary."""
        if self.answered:
            self.played.begin()
            await self._ask()
            self._keeper.now()

    def look_up(self) -> None:
        """Open the lesson behind the question, at the step that teaches it."""
        if self.behind is not None:
            host(self).look_up(self.behind.lesson, self.behind.question)

    def prove(self) -> None:
        """Run the code behind the answer."""
        if self.last is not None:
            self.run_worker(self._prove(self.last), group="proof")

    def rate(self, rating: Rating) -> None:
        """Overrule the suggested rating."""
        settled = self.last
        if settled is not None:
            self._keep(lambda: self._recorder.overrule(rating))
            self.last = self.played.answered[-1] = replace(settled, rating=rating)
            self._keeper.now()
            self.page.say(self._recorder.words())

    @property
    def can_undo(self) -> bool:
        """Whether there is an answer of this sitting to take back."""
        return self.undoable and self._recorder.can_undo

    async def undo(self) -> None:
        """Take the last answer back, from the store too, and ask its question again."""
        if self.can_undo:
            self._keep(self._recorder.undo)
            self.played.answered.pop()
            self.played.begin()
            await self._ask()
            self.page.say(f"Taken back. {self.page.box.HOW}")
            self._keeper.now()

    async def put_aside(self) -> None:
        """Suspend the card: it is asked no more until it is brought back; an open question is left out."""
        asked = self.behind
        if asked is None:
            return
        self._keep(lambda: host(self).store.suspend(asked.card))
        host(self).say("Put aside: it is not asked again until you bring it back (r, then Put aside).")
        if self.asking:
            self.played.drop()
            self.played.begin()
            await self._ask()
            self._keeper.now()

    def leave(self) -> None:
        """Back to where the quiz was opened; the round is resumed where it is."""
        self.keep()
        self.dismiss(self.played.current is None)

    def keep(self) -> None:
        """Write the round down: the app is about to end, or another screen comes up."""
        if self.stage in (Stage.ASKING, Stage.ANSWERED):  # else what was kept last still holds
            self._keeper.now()

    # One question

    async def _ask(self) -> None:
        """Put the current question on the page, with what was typed before; or the ending."""
        asked, manner = self.played.current, self.played.manner
        if asked is None or (manner.limit and not manner.left(self.played.elapsed)):
            await self._end()
            return
        self._move_to(Stage.BUSY)
        self.query_one(StudyHeader).crumb = manner.crumb(asked.title)
        self._say_place()
        typed, self.played.typed = self.played.typed, None
        async with self._page_turns:
            await self.page.ask(asked.question, typed, manner.asks)
            for hint in getattr(asked.question, "hints", ())[: self.played.hints]:
                await self.page.verdict.hint(hint)
        self._move_to(Stage.ASKING)

    async def _end(self) -> None:
        self._move_to(Stage.OVER)
        self._keeper.over()
        if self.played.manner.limit:
            known = look(host(self).library.lessons, host(self).store)
            self._keep(lambda: host(self).store.record_exam(record(self.played, known)))
        self.query_one(StudyHeader).place = "done"
        await self.page.read(ending(self.played, host(self)))

    def _say_place(self) -> None:
        words = f"question {min(self.played.place + 1, len(self.played.questions))}"
        words = f"{words} of {len(self.played.questions)}"
        if self.played.manner.limit:
            words += f" · {left_words(self.played.manner.left(self.played.elapsed))}"
        self.query_one(StudyHeader).place = words

    async def _tick(self) -> None:
        """A timed round: show what is left, and end it when nothing is."""
        if self.asking:
            self._say_place()
            if not self.played.manner.left(self.played.elapsed):
                await self._end()

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
        if verdict.right or not runs or not self.played.manner.told:
            await self._settle(verdict, given(answer))
            return
        self._keep(lambda: self._recorder.attempt(self.played, asked, answer))
        await self._try_again(verdict)

    async def _try_again(self, verdict: Verdict) -> None:
        """Code that is not right yet stays in the learner's hands."""
        self.page.judged(verdict)
        await self.page.verdict.tell(verdict)
        self._move_to(Stage.ASKING)
        self.page.say(f"{self.page.box.HOW}; F7 helps")
        self.page.answer_pane.scroll_end(animate=False)
        self._keeper.now()

    async def _settle(self, verdict: Verdict, said: str = "") -> None:
        settled = self.last = self.played.settle(verdict, said)
        self.played.answered.append(settled)
        if verdict.message != SKIPPED:
            self._keep(lambda: self._recorder.settle(settled))
        self._move_to(Stage.ANSWERED)
        self._keeper.now()
        if not self.played.manner.told:
            await self.go_on()
            return
        async with self._page_turns:
            await self.page.close(settled.asked.question, verdict)
            self.page.say(self._recorder.words())
        if self.played.manner.proves and self.provable:
            self.prove()

    async def _prove(self, settled: Answered) -> None:
        if await self._show_proof(settled, "… running"):
            await self._show_proof(settled, await proof.run(settled.asked.question, host(self).runner))

    async def _show_proof(self, settled: Answered, printed: str) -> bool:
        """Whether the answer is still there to be proved: the learner may have gone on meanwhile."""
        async with self._page_turns:
            there = settled is self.last and self.answered
            if there:
                await self.page.verdict.show_proof(proof.own_code(settled.asked.question), printed)
            return there

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
        self.call_after_refresh(self.refresh_bindings)  # when the focus has moved as well

    def on_code_editor_left(self, message: CodeEditor.Left) -> None:
        """Escape in an editor: the keys belong to the page again, Enter goes back."""
        message.stop()
        self.page.answer_pane.focus()

    def on_question_box_changed(self, message: QuestionBox.Changed) -> None:
        """A half-typed answer is kept."""
        message.stop()
        if self.asking:
            self._keeper.soon()

    def on_screen_suspend(self) -> None:
        """Another screen comes up."""
        self.keep()

    def on_question_box_submitted(self, message: QuestionBox.Submitted) -> None:
        """Enter in the box: judge."""
        message.stop()
        self.judge()
