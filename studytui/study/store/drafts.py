"""Code the learner is in the middle of changing: kept until it is dropped."""

from __future__ import annotations

from studytui.study.store.table import Table, stamp


class Drafts(Table):
    """One text per step; for the playground the lesson is "" and the step is the name of the snippet."""

    def draft(self, lesson: str, step: str) -> str | None:
        """The saved text, or None."""
        rows = self.database.rows("SELECT text FROM drafts WHERE lesson = ? AND step = ?", (lesson, step))
        return str(rows[0][0]) if rows else None

    def save_draft(self, lesson: str, step: str, text: str) -> None:
        """Keep the text; the newest wins."""
        self.database.write(
            "INSERT OR REPLACE INTO drafts VALUES (?, ?, ?, ?)", (lesson, step, text, stamp())
        )

    def drop_draft(self, lesson: str, step: str) -> None:
        """Forget it: the step shows its own code again."""
        self.database.write("DELETE FROM drafts WHERE lesson = ? AND step = ?", (lesson, step))

    def drafts(self, lesson: str) -> dict[str, str]:
        """Step -> text, of one lesson."""
        return dict(self.database.rows("SELECT step, text FROM drafts WHERE lesson = ?", (lesson,)))
