"""Where in a round and its current question we are, and so what can be done."""

from __future__ import annotations

from enum import Enum

from textual.screen import Screen

from studytui.study import proof
from studytui.tui.screens.quiz.page import QuizPage
from studytui.tui.screens.quiz.session import Answered, Asked, Round
from studytui.tui.work import EndsItsWork


class Stage(Enum):
    """Where in a question we are."""

    ASKING = "asking"
    BUSY = "busy"
    """Between two questions, or while an answer is judged: nothing can be done."""
    ANSWERED = "answered"
    OVER = "over"


class RoundScreen(EndsItsWork, Screen[bool]):
    """A round on the screen, as the commands see it."""

    def __init__(self, played: Round) -> None:
        super().__init__()
        self.played = played
        self.stage = Stage.BUSY
        self.last: Answered | None = None
        """The question answered last."""

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
        return self.answered and self.last is not None and bool(proof.code(self.last.asked.question))

    @property
    def over(self) -> bool:
        """Whether all questions are done."""
        return self.stage is Stage.OVER

    @property
    def hints_left(self) -> int:
        """Hints of this question not shown yet; an exam gives none."""
        asked = self.played.current
        if not self.asking or asked is None or not self.played.manner.told:
            return 0
        return len(getattr(asked.question, "hints", ())) - self.played.hints

    @property
    def behind(self) -> Asked | None:
        """The question whose lesson may be opened now: not while an exam asks it."""
        if self.answered and self.last is not None:
            return self.last.asked
        return self.played.current if self.asking and self.played.manner.told else None

    @property
    def away(self) -> bool:
        """Whether an answer is wanted but the keys are elsewhere."""
        return self.asking and not self.page.box.has_focus_within

    @property
    def undoable(self) -> bool:
        """Whether an answer may be taken back: not while one is judged, and not in an exam."""
        return self.stage is not Stage.BUSY and self.played.manner.told
