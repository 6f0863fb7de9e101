"""What the keys do in a quiz."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studytui.study.schedule.card import Rating
from studytui.tui.commands.command import Command

if TYPE_CHECKING:
    from studytui.tui.screens.quiz.screen import QuizScreen


class Answer(Command["QuizScreen"]):
    """Have the answer judged; code is run first. Enter does the same outside an editor."""

    id = "quiz-answer"
    label = "Answer"
    keys = "f5,ctrl+j"
    even_while_typing = True

    def available(self, target: QuizScreen) -> bool | None:
        return target.asking

    async def act(self, target: QuizScreen) -> None:
        target.judge()


class BackToAnswer(Command["QuizScreen"]):
    """Go back to where the answer is given."""

    id = "quiz-back-to-answer"
    label = "Answer"
    keys = "enter"

    def available(self, target: QuizScreen) -> bool | None:
        return target.away

    async def act(self, target: QuizScreen) -> None:
        target.page.box.focus_first()


class HintOrAnswer(Command["QuizScreen"]):
    """Show the next hint; after the last, the right answer, which then counts as not known."""

    id = "quiz-hint"
    label = "Hint, then answer"
    keys = "f7"
    even_while_typing = True

    def available(self, target: QuizScreen) -> bool | None:
        return target.asking

    async def act(self, target: QuizScreen) -> None:
        await target.help_along()


class Next(Command["QuizScreen"]):
    """Go on to the next question, and after the last to the summary."""

    id = "quiz-next"
    label = "Next"
    keys = "n,enter"

    def available(self, target: QuizScreen) -> bool | None:
        return target.answered

    async def act(self, target: QuizScreen) -> None:
        await target.go_on()


class Prove(Command["QuizScreen"]):
    """Run the code behind the answer and show what it prints."""

    id = "quiz-prove"
    label = "Prove it"
    keys = "v"

    def available(self, target: QuizScreen) -> bool | None:
        return target.provable

    async def act(self, target: QuizScreen) -> None:
        target.prove()


class Rate(Command["QuizScreen"]):
    """Overrule when the question comes back: soon, as it was not remembered."""

    id = "quiz-again"
    label = "Again"
    keys = "1"
    footer = False
    rating = Rating.AGAIN

    def available(self, target: QuizScreen) -> bool | None:
        return target.answered

    async def act(self, target: QuizScreen) -> None:
        target.rate(self.rating)


class RateHard(Rate):
    """Overrule when the question comes back: it was remembered with effort."""

    id = "quiz-hard"
    label = "Hard"
    keys = "2"
    rating = Rating.HARD


class RateGood(Rate):
    """Overrule when the question comes back: it was remembered."""

    id = "quiz-good"
    label = "Good"
    keys = "3"
    rating = Rating.GOOD


class RateEasy(Rate):
    """Overrule when the question comes back: later, as it was easy."""

    id = "quiz-easy"
    label = "Easy"
    keys = "4"
    rating = Rating.EASY


class Leave(Command["QuizScreen"]):
    """Go back; what has been answered is kept."""

    id = "quiz-leave"
    label = "Back"
    keys = "escape"

    async def act(self, target: QuizScreen) -> None:
        target.leave()


QUIZ_COMMANDS = (Answer, BackToAnswer, HintOrAnswer, Next, Prove, Rate, RateHard, RateGood, RateEasy, Leave)
