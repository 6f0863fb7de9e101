"""Where the learner was: one place per lesson, and which came last."""

from __future__ import annotations

from msgspec import Struct

from studytui.study.store.table import Table


class Place(Struct, frozen=True):
    """A place to come back to."""

    screen: str
    """"library", "lesson", "quiz", "playground", ..."""
    lesson: str = ""
    step: str = ""
    line: int = 0
    """Cursor in the editor, from 0."""
    column: int = 0
    scroll: int = 0
    """Rows scrolled in the explanation."""


class Places(Table):
    """Remembers places."""

    def remember_place(self, place: Place) -> None:
        """Make this the last place, and the one to resume its lesson at."""
        values = (place.lesson, place.screen, place.step, place.line, place.column, place.scroll)
        self.database.write("INSERT OR REPLACE INTO places VALUES (?, ?, ?, ?, ?, ?)", values)

    def place(self, lesson: str | None = None) -> Place | None:
        """The last place, or the last in a lesson; None when there is none."""
        # A replaced row gets a new, larger rowid: rowids are in the order of visits, whatever the clock says.
        where, values = ("", ()) if lesson is None else ("WHERE lesson = ?", (lesson,))
        columns = "screen, lesson, step, line, column, scroll"
        sql = f"SELECT {columns} FROM places {where} ORDER BY rowid DESC LIMIT 1"
        rows = self.database.rows(sql, values)
        return Place(*rows[0]) if rows else None
