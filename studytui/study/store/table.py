"""What every part of the store has: the database, and the clock."""

from __future__ import annotations

from datetime import UTC, datetime

from studytui.study.store.database import Database


class Table:
    """Base of the store's parts. What a method writes is saved when it returns; all raise StorageError."""

    def __init__(self, database: Database) -> None:
        self.database = database


def stamp(moment: datetime | None = None) -> str:
    """A time as text, in UTC; now when none is given."""
    return (moment or datetime.now(UTC)).astimezone(UTC).isoformat()
