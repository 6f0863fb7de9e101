"""Mock exams taken."""

from __future__ import annotations

from datetime import UTC, datetime

import msgspec
from msgspec import Struct

from studytui.study.store.table import Table, stamp


class ExamRecord(Struct, frozen=True):
    """The result of one mock exam."""

    parts: tuple[str, ...]
    """Titles of the parts asked about."""
    right: int
    asked: int
    seconds: float
    """Time taken."""
    allowed: float
    """Time given, in seconds."""
    at: datetime | None = None
    """When it ended, UTC; None: now."""


class Exams(Table):
    """Remembers exams."""

    def record_exam(self, exam: ExamRecord) -> None:
        """Add the result of an exam."""
        parts = msgspec.json.encode(exam.parts).decode()
        values = (parts, exam.right, exam.asked, exam.seconds, exam.allowed, stamp(exam.at))
        columns = "parts, correct, asked, seconds, allowed, at"
        self.database.write(f"INSERT INTO exams ({columns}) VALUES (?, ?, ?, ?, ?, ?)", values)

    def exams(self) -> tuple[ExamRecord, ...]:
        """All exams, oldest first."""
        columns = "parts, correct, asked, seconds, allowed, at"
        return tuple(
            map(_record, self.database.rows(f"SELECT {columns} FROM exams ORDER BY at, id")),
        )


def _record(row: tuple[str, int, int, float, float, str]) -> ExamRecord:
    parts = msgspec.json.decode(row[0], type=tuple[str, ...])
    return ExamRecord(parts, *row[1:5], datetime.fromisoformat(row[5]).astimezone(UTC))
