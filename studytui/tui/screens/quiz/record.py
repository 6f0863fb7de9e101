"""Keeps what was answered: at once, so that a dropped connection loses nothing."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from studytui.study.given import given
from studytui.study.grading.answers import AnyAnswer
from studytui.study.recorder import Kept, Recorder
from studytui.study.schedule.card import Rating
from studytui.study.schedule.leech import is_leech
from studytui.study.store import AnswerRecord, Store
from studytui.tui.screens.quiz.session import Answered, Asked, Round


class RoundRecorder:
    """Writes the answers of a round, and when its cards come back, to the store."""

    def __init__(self, store: Store) -> None:
        self._recorder = Recorder(store)
        self._kept: list[Kept] = []

    @property
    def can_undo(self) -> bool:
        """Whether an answer of this sitting can be taken back."""
        return bool(self._kept)

    def attempt(self, played: Round, asked: Asked, answer: AnyAnswer) -> None:
        """Keep code that is not right yet. Raises StorageError."""
        self._recorder.attempt(
            AnswerRecord(
                lesson=asked.lesson,
                question=asked.question.id,
                right=False,
                given=given(answer),
                attempts=played.attempts,
                hints=played.hints,
                seconds=played.seconds,
            )
        )

    def settle(self, settled: Answered) -> None:
        """Keep the last answer, and let the question come back as its rating says. Raises StorageError."""
        record = AnswerRecord(
            lesson=settled.asked.lesson,
            question=settled.asked.question.id,
            right=settled.verdict.right,
            given=settled.given,
            attempts=max(1, settled.attempts),
            hints=settled.hints,
            seconds=settled.seconds,
        )
        self._kept.append(self._recorder.settle(record, settled.rating))

    def overrule(self, rating: Rating) -> None:
        """Give the last answer another rating. Raises StorageError."""
        if self._kept:
            self._kept[-1] = self._recorder.overrule(self._kept[-1], rating)

    def undo(self) -> None:
        """Take the last answer back. Raises StorageError."""
        if self._kept:
            self._recorder.undo()
            self._kept.pop()

    def words(self) -> str:
        """When the question comes back, the keys that overrule it, and what helps one forgotten often."""
        if not self._kept:
            return ""
        kept = self._kept[-1]
        back = in_words(kept.after.due - datetime.now(UTC))
        marks = "  ".join(
            f"{'›' if rating is kept.rating else ''}{int(rating)} {rating.name.lower()}" for rating in Rating
        )
        words = f"Comes back {back}.  {marks}"
        if not is_leech(kept.after):
            return words
        return f"{words}\nForgotten {kept.after.lapses} times: l opens the lesson, s puts the card aside."


def in_words(wait: timedelta) -> str:
    """`in 10 minutes`, `in 3 days`."""
    minutes = max(0, round(wait.total_seconds() / 60))
    for size, unit in ((60 * 24, "day"), (60, "hour"), (1, "minute")):
        count = round(minutes / size)
        if minutes >= size * 0.9 and count:
            return f"in {count} {unit}{'' if count == 1 else 's'}"
    return "in a moment"
