"""The state of every card, and each review."""

from __future__ import annotations

from studytui.errors import StorageError
from studytui.study.schedule.card import CardState, Rating, from_json, to_json
from studytui.study.store.table import Table, stamp


class Cards(Table):
    """Remembers what the scheduler knows."""

    def save_card(self, card: CardState, rating: Rating, seconds: float = 0.0) -> None:
        """Keep a card's state after a review, together with the review."""
        with self.database.transaction() as connection:
            # An upsert, not a replacement: replacing would delete the row and with it the earlier reviews.
            connection.execute(
                "INSERT INTO cards VALUES (?, ?) ON CONFLICT (card) DO UPDATE SET state = excluded.state",
                (card.card, to_json(card)),
            )
            connection.execute(
                "INSERT INTO reviews (card, rating, seconds, at) VALUES (?, ?, ?, ?)",
                (card.card, int(rating), seconds, stamp(card.last_review)),
            )

    def card(self, card: str) -> CardState | None:
        """The state of one card, or None before its first review."""
        rows = self.database.rows("SELECT state FROM cards WHERE card = ?", (card,))
        return from_json(rows[0][0]) if rows else None

    def cards(self) -> dict[str, CardState]:
        """Id -> state, of all cards ever reviewed; one that cannot be read counts as never reviewed."""
        found: dict[str, CardState] = {}
        for name, state in self.database.rows("SELECT card, state FROM cards"):
            try:
                found[name] = from_json(state)
            except StorageError:
                continue  # one unreadable card must not keep the learner from all the others
        return found

    def forget_card(self, card: str) -> None:
        """Make a card new again."""
        self.database.write("DELETE FROM cards WHERE card = ?", (card,))

    def reviews_per_day(self) -> dict[str, int]:
        """Day (UTC, as 2026-01-31) -> number of reviews."""
        return dict(
            self.database.rows("SELECT substr(at, 1, 10), count(*) FROM reviews GROUP BY 1 ORDER BY 1")
        )
