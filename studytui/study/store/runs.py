"""The runs of each step: what was tried and how it ended. The oldest are dropped."""

from __future__ import annotations

from datetime import UTC, datetime

import msgspec
from msgspec import Struct

from studytui.study.store.table import Table, stamp

PER_STEP = 50
LONGEST = 65536
"""Characters of code kept of one run."""


class SeriesSummary(Struct, frozen=True):
    """The totals of a recorded series; a number that is not finite is None."""

    name: str
    count: int
    first: float | None
    last: float | None
    min: float | None
    max: float | None


class RunRecord(Struct, frozen=True):
    """One run of a step's code."""

    lesson: str
    step: str
    code: str
    status: str
    """As in `Finished`: ok, error, timeout, memory, killed, crashed."""
    seconds: float
    series: tuple[SeriesSummary, ...] = ()
    at: datetime | None = None
    """Time of the run, UTC; None: now."""


class Runs(Table):
    """Remembers runs."""

    def record_run(self, run: RunRecord) -> None:
        """Add a run, and drop the oldest of its step beyond the last fifty."""
        series = msgspec.json.encode(run.series).decode()
        values = (run.lesson, run.step, run.code[:LONGEST], run.status, run.seconds, series, stamp(run.at))
        columns = "lesson, step, code, status, seconds, series, at"
        with self.database.transaction() as connection:
            connection.execute(f"INSERT INTO runs ({columns}) VALUES (?, ?, ?, ?, ?, ?, ?)", values)
            connection.execute(
                "DELETE FROM runs WHERE id IN (SELECT id FROM runs WHERE lesson = ? AND step = ? "
                "ORDER BY id DESC LIMIT -1 OFFSET ?)",
                (run.lesson, run.step, PER_STEP),
            )

    def runs(self, lesson: str, step: str) -> tuple[RunRecord, ...]:
        """The kept runs of a step, newest first."""
        rows = self.database.rows(
            "SELECT lesson, step, code, status, seconds, series, at FROM runs "
            "WHERE lesson = ? AND step = ? ORDER BY id DESC",
            (lesson, step),
        )
        return tuple(_record(row) for row in rows)


def _record(row: tuple[str, str, str, str, float, str, str]) -> RunRecord:
    series = msgspec.json.decode(row[5], type=tuple[SeriesSummary, ...])
    return RunRecord(*row[:5], series, datetime.fromisoformat(row[6]).astimezone(UTC))
