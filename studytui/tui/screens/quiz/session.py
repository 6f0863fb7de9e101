"""A round of questions: which one is asked, what was answered, and how it went in the end."""

from __future__ import annotations

import time
from dataclasses import dataclass, field

from studytui.course.model import Lesson, Quiz
from studytui.course.questions import Question
from studytui.study.grading.verdict import Verdict
from studytui.study.schedule.card import Rating, card_id
from studytui.study.schedule.rating import suggest


@dataclass(frozen=True)
class Asked:
    """A question of a lesson."""

    lesson: str
    title: str
    question: Question

    @property
    def card(self) -> str:
        """The id under which it is scheduled."""
        return card_id(self.lesson, self.question.id)


@dataclass(frozen=True)
class Answered:
    """How one question went."""

    asked: Asked
    verdict: Verdict
    attempts: int
    hints: int
    seconds: float
    rating: Rating


@dataclass
class Round:
    """The questions in order, and what became of each."""

    questions: tuple[Asked, ...]
    answered: list[Answered] = field(default_factory=list)
    attempts: int = 0
    hints: int = 0
    _since: float = field(default_factory=time.monotonic)

    @property
    def place(self) -> int:
        """Which question is asked, from 0."""
        return len(self.answered)

    @property
    def current(self) -> Asked | None:
        """The question asked now; None when all are done."""
        return self.questions[self.place] if self.place < len(self.questions) else None

    @property
    def right(self) -> int:
        """How many were answered right."""
        return sum(answer.verdict.right for answer in self.answered)

    @property
    def to_revisit(self) -> list[Answered]:
        """What was not known, or only with help."""
        return [answer for answer in self.answered if answer.rating <= Rating.HARD]

    @property
    def seconds(self) -> float:
        """Since the current question appeared."""
        return time.monotonic() - self._since

    def begin(self) -> None:
        """Start the clock of a question."""
        self.attempts, self.hints, self._since = 0, 0, time.monotonic()

    def settle(self, verdict: Verdict) -> Answered:
        """What this verdict makes of the current question, with the rating it suggests."""
        asked = self.current
        if asked is None:
            raise IndexError("the round is over")
        rating = suggest(verdict.right, max(1, self.attempts), self.hints, self.seconds)
        return Answered(asked, verdict, self.attempts, self.hints, self.seconds, rating)


def of_step(lesson: Lesson, step: Quiz) -> Round:
    """The questions of one quiz step."""
    return Round(tuple(Asked(lesson.id, lesson.title, question) for question in step.questions))
