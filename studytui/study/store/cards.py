"""The state of every card. Its reviews are kept in `reviews`."""

from __future__ import annotations

from studytui.errors import StorageError
from studytui.study.schedule.card import CardState, from_json
from studytui.study.store.table import Table


class Cards(Table):
    """Remembers what the scheduler knows."""

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
