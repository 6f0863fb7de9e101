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


class Hint(Command["QuizScreen"]):
    """Show the next hint."""

    id = "quiz-hint"
    label = "Hint"
    keys = "f7"
    even_while_typing = True

    def available(self, target: QuizScreen) -> bool | None:
        return target.hints_left > 0

    async def act(self, target: QuizScreen) -> None:
        await target.hint()


class ShowAnswer(Command["QuizScreen"]):
    """Show the right answer, when there are no more hints; it counts as not known."""

    id = "quiz-show-answer"
    label = "Show answer"
    keys = "f7"
    even_while_typing = True

    def available(self, target: QuizScreen) -> bool | None:
        return target.asking and not target.hints_left and target.played.manner.told

    async def act(self, target: QuizScreen) -> None:
        await target.give_up()


class Skip(ShowAnswer):
    """Go on without an answer; in an exam it counts as wrong."""

    id = "quiz-skip"
    label = "Skip"

    def available(self, target: QuizScreen) -> bool | None:
        return target.asking and not target.played.manner.told


class LookUp(Command["QuizScreen"]):
    """Open the lesson behind the question, at the step that teaches it; Esc comes back."""

    id = "quiz-lesson"
    label = "Lesson"
    keys = "l"

    def available(self, target: QuizScreen) -> bool | None:
        return target.behind is not None

    async def act(self, target: QuizScreen) -> None:
        target.look_up()


class Undo(Command["QuizScreen"]):
    """Take the last answer back, with what it did to the schedule, and ask again."""

    id = "quiz-undo"
    label = "Undo"
    keys = "u"

    def available(self, target: QuizScreen) -> bool | None:
        return target.can_undo

    async def act(self, target: QuizScreen) -> None:
        await target.undo()


class PutAside(Command["QuizScreen"]):
    """Put the card aside: it is asked no more until you bring it back."""

    id = "quiz-suspend"
    label = "Put aside"
    keys = "s"
    footer = False

    def available(self, target: QuizScreen) -> bool | None:
        return target.behind is not None

    async def act(self, target: QuizScreen) -> None:
        await target.put_aside()


class ReadOn(Command["QuizScreen"]):
    """Scroll the question down, without leaving the answer."""

    id = "quiz-read-on"
    label = "Read on"
    keys = "pagedown"
    by = 1

    def available(self, target: QuizScreen) -> bool | None:
        return target.asking and target.page.reads_on

    async def act(self, target: QuizScreen) -> None:
        target.page.turn(self.by)


class ReadBack(ReadOn):
    """Scroll the question up, without leaving the answer."""

    id = "quiz-read-back"
    label = "Read back"
    keys = "pageup"
    footer = False
    by = -1


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


class Done(Command["QuizScreen"]):
    """Back to where the round was begun."""

    id = "quiz-done"
    label = "Done"
    keys = "enter,n"

    def available(self, target: QuizScreen) -> bool | None:
        return target.over

    async def act(self, target: QuizScreen) -> None:
        target.leave()


QUIZ_COMMANDS = (
    Answer,
    BackToAnswer,
    Hint,
    ShowAnswer,
    Skip,
    Next,
    Prove,
    LookUp,
    Undo,
    PutAside,
    ReadOn,
    ReadBack,
    Rate,
    RateHard,
    RateGood,
    RateEasy,
    Done,
    Leave,
)
