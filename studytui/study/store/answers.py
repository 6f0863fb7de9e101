"""Every answer given, in order."""

from __future__ import annotations

from datetime import UTC, datetime

from msgspec import Struct

from studytui.study.store.table import Table, stamp


class AnswerRecord(Struct, frozen=True):
    """One answer to one question."""

    lesson: str
    question: str
    right: bool
    given: str = ""
    """What was answered, as text."""
    attempts: int = 1
    """Which attempt at the question this was, from 1."""
    hints: int = 0
    seconds: float = 0.0
    """From the question's appearing to the answer."""
    at: datetime | None = None
    """Time of the answer, UTC; None: now."""


class Answers(Table):
    """Remembers answers."""

    def record_answer(self, answer: AnswerRecord) -> int:
        """Add an answer; its id."""
        a = answer
        values = (a.lesson, a.question, a.right, a.given, a.attempts, a.hints, a.seconds, stamp(a.at))
        columns = "lesson, question, correct, given, attempts, hints, seconds, at"
        sql = f"INSERT INTO answers ({columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
        with self.database.transaction() as connection:
            return int(connection.execute(sql, values).lastrowid or 0)

    def answers(self, lesson: str) -> tuple[AnswerRecord, ...]:
        """The answers given in a lesson, oldest first."""
        columns = "lesson, question, correct, given, attempts, hints, seconds, at"
        rows = self.database.rows(f"SELECT {columns} FROM answers WHERE lesson = ? ORDER BY id", (lesson,))
        return tuple(_record(row) for row in rows)

    def answer_times(self) -> tuple[datetime, ...]:
        """When each answer was given, oldest first."""
        rows = self.database.rows("SELECT at FROM answers ORDER BY at")
        return tuple(datetime.fromisoformat(row[0]) for row in rows)


def _record(row: tuple[str, str, int, str, int, int, float, str]) -> AnswerRecord:
    lesson, question, correct, given, attempts, hints, seconds, at = row
    moment = datetime.fromisoformat(at).astimezone(UTC)
    return AnswerRecord(lesson, question, bool(correct), given, attempts, hints, seconds, moment)
