"""Which steps are done."""

from __future__ import annotations

from datetime import datetime

from studytui.study.store.table import Table, stamp


class Steps(Table):
    """A step once done stays done, until the learner starts the lesson over."""

    def mark_done(self, lesson: str, step: str) -> None:
        """The step is done; the first time counts."""
        self.database.write("INSERT OR IGNORE INTO done VALUES (?, ?, ?)", (lesson, step, stamp()))

    def done(self, lesson: str) -> frozenset[str]:
        """The steps done of one lesson."""
        rows = self.database.rows("SELECT step FROM done WHERE lesson = ?", (lesson,))
        return frozenset(row[0] for row in rows)

    def all_done(self) -> dict[str, frozenset[str]]:
        """Lesson -> steps done, for the lessons begun."""
        found: dict[str, set[str]] = {}
        for lesson, step in self.database.rows("SELECT lesson, step FROM done"):
            found.setdefault(lesson, set()).add(step)
        return {lesson: frozenset(steps) for lesson, steps in found.items()}

    def done_times(self) -> tuple[datetime, ...]:
        """When each step was done first, oldest first."""
        rows = self.database.rows("SELECT at FROM done ORDER BY at")
        return tuple(datetime.fromisoformat(row[0]) for row in rows)

    def start_over(self, lesson: str) -> None:
        """Forget what was done and drafted in a lesson; its cards and answers stay."""
        with self.database.transaction() as connection:
            for table in ("done", "drafts", "places"):
                connection.execute(f"DELETE FROM {table} WHERE lesson = ?", (lesson,))
