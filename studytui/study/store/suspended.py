"""Cards the learner has put aside: they are not asked, and keep all they know."""

from __future__ import annotations

from studytui.study.store.table import Table, stamp


class Suspended(Table):
    """Remembers which cards are put aside."""

    def suspend(self, card: str) -> None:
        """Ask it no more, until it is resumed."""
        self.database.write("INSERT OR IGNORE INTO suspended VALUES (?, ?)", (card, stamp()))

    def unsuspend(self, card: str) -> None:
        """Ask it again when it is due."""
        self.database.write("DELETE FROM suspended WHERE card = ?", (card,))

    def suspended(self) -> frozenset[str]:
        """Ids of the cards put aside."""
        return frozenset(row[0] for row in self.database.rows("SELECT card FROM suspended"))
