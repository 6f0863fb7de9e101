"""A round of questions: which one is asked, what was answered, and how it went in the end."""

from __future__ import annotations

import time
from dataclasses import dataclass, field

from studytui.course.model import Lesson, Quiz
from studytui.study.grading.answers import AnyAnswer
from studytui.study.grading.verdict import Verdict
from studytui.study.schedule.card import Rating, card_id
from studytui.study.schedule.rating import suggest
from studytui.tui.screens.quiz.asking import BY_RUNNING, AnyQuestion
from studytui.tui.screens.quiz.manner import Manner

SECONDS = 30.0
"""What picking or typing an answer usually takes."""
CODE_SECONDS = 120.0
"""What code usually takes."""


@dataclass(frozen=True)
class Asked:
    """A question of a lesson."""

    lesson: str
    title: str
    question: AnyQuestion
    part: str = ""
    """Title of the part of the course; exams are reported by it."""

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
    given: str = ""
    """The last answer, as text."""


@dataclass
class Round:
    """The questions in order, and what became of each."""

    questions: tuple[Asked, ...]
    manner: Manner = field(default_factory=Manner)
    answered: list[Answered] = field(default_factory=list)
    typed: AnyAnswer | None = None
    """What was half answered when the round was left."""
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

    @property
    def elapsed(self) -> float:
        """Seconds spent on all questions so far."""
        return sum(answer.seconds for answer in self.answered) + self.seconds

    def begin(self, attempts: int = 0, hints: int = 0, seconds: float = 0.0) -> None:
        """Start the clock of a question; the numbers are those of an earlier sitting."""
        self.attempts, self.hints, self._since = attempts, hints, time.monotonic() - seconds

    def drop(self) -> None:
        """Leave the current question out."""
        self.questions = self.questions[: self.place] + self.questions[self.place + 1 :]

    def settle(self, verdict: Verdict, given: str = "") -> Answered:
        """What this verdict makes of the current question, with the rating it suggests."""
        asked = self.current
        if asked is None:
            raise IndexError("the round is over")
        usual = CODE_SECONDS if isinstance(asked.question, BY_RUNNING) else SECONDS
        rating = suggest(verdict.right, max(1, self.attempts), self.hints, self.seconds, usual)
        return Answered(asked, verdict, self.attempts, self.hints, self.seconds, rating, given)


def of_step(lesson: Lesson, step: Quiz) -> Round:
    """The questions of one quiz step."""
    asked = tuple(Asked(lesson.id, lesson.title, question, lesson.part) for question in step.questions)
    return Round(asked, Manner(f"{lesson.id}/{step.id}"))
