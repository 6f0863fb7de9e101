"""Each review of each card: kept, overruled or taken back, always together with the card's state."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime

from msgspec import Struct

from studytui.errors import StorageError
from studytui.study.schedule.card import CardState, Rating, from_json, to_json
from studytui.study.store.table import Table, stamp


class ReviewRecord(Struct, frozen=True):
    """One review of one card."""

    card: str
    rating: Rating
    seconds: float
    at: datetime
    """UTC."""
    before: CardState | None
    """The card as it was; None: it was new."""


class Reviews(Table):
    """Remembers reviews."""

    def save_card(
        self, card: CardState, rating: Rating, seconds: float = 0.0, answer: int | None = None
    ) -> int:
        """Keep a card's state after a review, together with the review; the id of the review.

        `answer`: the id of the answer it was rated for.
        """
        with self.database.transaction() as connection:
            before = _state(connection, card.card)
            _put(connection, card.card, to_json(card))
            columns = "card, rating, seconds, at, before, answer"
            values = (card.card, int(rating), seconds, stamp(card.last_review), before, answer)
            sql = f"INSERT INTO reviews ({columns}) VALUES (?, ?, ?, ?, ?, ?)"
            return int(connection.execute(sql, values).lastrowid or 0)

    def overrule_review(self, review: int, card: CardState, rating: Rating) -> None:
        """Give a review another rating, and the card the state that follows from it.

        When the card was reviewed again since (in another app), only the rating changes.
        """
        with self.database.transaction() as connection:
            connection.execute("UPDATE reviews SET rating = ? WHERE id = ?", (int(rating), review))
            if _latest(connection, card.card) == review:
                _put(connection, card.card, to_json(card))

    def take_back(self, review: int) -> None:
        """Forget a review and its answer, and give the card the state it had; nothing when it is not there.

        When the card was reviewed again since (in another app), its state stays.
        """
        with self.database.transaction() as connection:
            row = connection.execute(
                "SELECT card, before, answer FROM reviews WHERE id = ?", (review,)
            ).fetchone()
            if row is None:
                return
            card, before, answer = row
            latest = _latest(connection, card) == review
            connection.execute("DELETE FROM reviews WHERE id = ?", (review,))
            connection.execute("DELETE FROM answers WHERE id = ?", (answer,))
            if latest and before:
                _put(connection, card, before)
            elif latest:
                connection.execute("DELETE FROM cards WHERE card = ?", (card,))

    def reviews(self) -> tuple[ReviewRecord, ...]:
        """All reviews, oldest first."""
        rows = self.database.rows("SELECT card, rating, seconds, at, before FROM reviews ORDER BY at, id")
        return tuple(_record(row) for row in rows)

    def reviews_per_day(self) -> dict[str, int]:
        """Day (UTC, as 2026-01-31) -> number of reviews."""
        return dict(
            self.database.rows("SELECT substr(at, 1, 10), count(*) FROM reviews GROUP BY 1 ORDER BY 1")
        )


def _put(connection: sqlite3.Connection, card: str, state: str) -> None:
    # An upsert, not a replacement: replacing would delete the row and with it the earlier reviews.
    connection.execute(
        "INSERT INTO cards VALUES (?, ?) ON CONFLICT (card) DO UPDATE SET state = excluded.state",
        (card, state),
    )


def _state(connection: sqlite3.Connection, card: str) -> str:
    row = connection.execute("SELECT state FROM cards WHERE card = ?", (card,)).fetchone()
    return str(row[0]) if row else ""


def _latest(connection: sqlite3.Connection, card: str) -> int:
    row = connection.execute("SELECT max(id) FROM reviews WHERE card = ?", (card,)).fetchone()
    return int(row[0] or 0)


def _record(row: tuple[str, int, float, str, str]) -> ReviewRecord:
    card, rating, seconds, at, state = row
    try:
        before = from_json(state) if state else None
    except StorageError:
        before = None  # one unreadable state must not hide the whole history
    return ReviewRecord(card, Rating(rating), seconds, datetime.fromisoformat(at).astimezone(UTC), before)
