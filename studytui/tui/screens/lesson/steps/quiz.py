"""The door to a quiz: one question, one screen, in QuizScreen."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult

from studytui.course.model import Lesson, Quiz
from studytui.tui.commands.command import AnyCommand, Command
from studytui.tui.screens.lesson.reading import Reading
from studytui.tui.screens.lesson.steps.base import StepView
from studytui.tui.typed import host

KINDS = {
    "Choice": "choice",
    "Multi": "several choices",
    "TrueFalse": "true or false",
    "Output": "predict the output",
    "ShapeQuestion": "predict the shape",
    "Value": "give the number",
    "Bug": "fix the bug",
    "Fill": "fill the blanks",
    "Order": "order the lines",
    "Curve": "which curve",
}


class StartQuiz(Command["QuizView"]):
    """Answer the questions, one screen each."""

    id = "start-quiz"
    label = "Start the quiz"
    keys = "enter"

    async def act(self, target: QuizView) -> None:
        target.begin()


class QuizView(StepView):
    """Says what comes; Enter starts. Done when every question was answered."""

    ACTIONS: ClassVar[tuple[AnyCommand, ...]] = (StartQuiz,)
    HELP: ClassVar[str] = "Enter starts the quiz; n walks past it."
    DEFAULT_CSS = """
    QuizView > Reading { height: 1fr; max-height: 100%; padding: 1 2; }
    QuizView > Reading:focus { max-height: 100%; }
    """

    def __init__(self, lesson: Lesson, step: Quiz) -> None:
        super().__init__(lesson, step)
        self.quiz = step

    def compose(self) -> ComposeResult:
        questions = self.quiz.questions
        noun = "question" if len(questions) == 1 else "questions"
        kinds = "\n".join(f"{n}. {KINDS[type(question).__name__]}" for n, question in enumerate(questions, 1))
        title = self.quiz.title or "Quiz"
        yield Reading(f"## {title}\n\n{len(questions)} {noun}. {self._begins()}\n\n{kinds}")

    def _begins(self) -> str:
        from studytui.tui.screens.quiz.kept import kept_round

        kept = kept_round(host(self).store, f"{self.lesson.id}/{self.quiz.id}")
        if kept is None or not (kept.answered or kept.typed):
            return "**Enter** starts."
        return f"**Enter** goes on at question {len(kept.answered) + 1}, where you left."

    def begin(self) -> None:
        """Open the questions."""
        from studytui.tui.screens.quiz import QuizScreen

        self.app.push_screen(QuizScreen(self.lesson, self.quiz), self._back)

    def _back(self, finished: object) -> None:
        if finished:
            self.done()
