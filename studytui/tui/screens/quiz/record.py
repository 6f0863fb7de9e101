"""Keeps what was answered: at once, so that a dropped connection loses nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from studytui.study.grading.answers import AnyAnswer, Coded, Filled, Ordered, Picked, Said, Typed
from studytui.study.grading.verdict import Verdict
from studytui.study.schedule.card import CardState, Rating
from studytui.study.schedule.review import review
from studytui.study.store import AnswerRecord, Store
from studytui.tui.screens.quiz.session import Answered, Asked, Round


class Recorder:
    """Writes answers and the schedule of their cards to the store."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._before: CardState | None = None
        self._due = datetime.now(UTC)

    def answer(self, played: Round, asked: Asked, answer: AnyAnswer, verdict: Verdict) -> None:
        """Keep one attempt. Raises StorageError."""
        self._store.record_answer(
            AnswerRecord(
                lesson=asked.lesson,
                question=asked.question.id,
                right=verdict.right,
                given=given(answer),
                attempts=played.attempts,
                hints=played.hints,
                seconds=played.seconds,
            )
        )

    def schedule(self, settled: Answered) -> None:
        """Let the question come back as its rating says. Raises StorageError."""
        self._before = self._store.card(settled.asked.card)
        self._review(settled)

    def overrule(self, settled: Answered, rating: Rating) -> None:
        """Schedule anew from the state before this answer. Raises StorageError."""
        self._review(replace(settled, rating=rating))

    def words(self, settled: Answered) -> str:
        """When the question comes back, and the keys that overrule it."""
        back = in_words(self._due - datetime.now(UTC))
        marks = "  ".join(
            f"{'›' if rating is settled.rating else ''}{int(rating)} {rating.name.lower()}"
            for rating in Rating
        )
        return f"Comes back {back}.  {marks}"

    def _review(self, settled: Answered) -> None:
        after = review(self._before or settled.asked.card, settled.rating, datetime.now(UTC))
        self._store.save_card(after, settled.rating, settled.seconds)
        self._due = after.due


def given(answer: AnyAnswer) -> str:
    """An answer as one text, for the record."""
    match answer:
        case Picked(options):
            return ", ".join(str(option + 1) for option in sorted(options))
        case Said(holds):
            return str(holds)
        case Typed(text) | Coded(text):
            return text
        case Filled(blanks):
            return "\n".join(blanks)
        case Ordered(lines):
            return ", ".join(str(line + 1) for line in lines)


def in_words(wait: timedelta) -> str:
    """`in 10 minutes`, `in 3 days`."""
    minutes = max(0, round(wait.total_seconds() / 60))
    for size, unit in ((60 * 24, "day"), (60, "hour"), (1, "minute")):
        count = round(minutes / size)
        if minutes >= size * 0.9 and count:
            return f"in {count} {unit}{'' if count == 1 else 's'}"
    return "in a moment"
