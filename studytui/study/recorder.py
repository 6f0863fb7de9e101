"""Keeps an answer together with the review it makes: written at once, so that a lost line loses nothing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import msgspec
from msgspec import Struct

from studytui.study.schedule.card import CardState, Rating, card_id
from studytui.study.schedule.rating import suggest
from studytui.study.schedule.review import review
from studytui.study.store import AnswerRecord, Store


class Kept(Struct, frozen=True):
    """A review that was kept."""

    review: int
    """Its id in the store."""
    card: str
    rating: Rating
    before: CardState | None
    """None: the card was new."""
    after: CardState


class Recorder:
    """Writes answers and reviews; remembers this session's reviews, so that they can be undone in turn."""

    def __init__(self, store: Store, clock: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self._store = store
        self._clock = clock
        self._session: list[Kept] = []

    def attempt(self, answer: AnswerRecord) -> None:
        """Keep an answer that settles nothing yet: code that may be tried again. Raises StorageError."""
        self._store.record_answer(answer)

    def settle(
        self, answer: AnswerRecord, rating: Rating | None = None, expected: float = 30.0, again: bool = False
    ) -> Kept:
        """Keep the last answer to a question and schedule its card, both or neither. Raises StorageError.

        `rating` None: as suggested by correctness, attempts, hints and time (`expected` seconds are usual).
        `again`: the answer itself is already kept by `attempt`.
        """
        a = answer
        chosen = suggest(a.right, a.attempts, a.hints, a.seconds, expected) if rating is None else rating
        name = card_id(a.lesson, a.question)
        with self._store.database.transaction():
            before = self._store.card(name)
            after = review(before or name, chosen, self._clock())
            row = None if again else self._store.record_answer(answer)
            kept = Kept(self._store.save_card(after, chosen, a.seconds, row), name, chosen, before, after)
        self._session.append(kept)
        return kept

    def overrule(self, kept: Kept, rating: Rating) -> Kept:
        """Replace the rating; the card is scheduled anew from where it was. Raises StorageError."""
        after = review(kept.before or kept.card, rating, kept.after.last_review)
        self._store.overrule_review(kept.review, after, rating)
        changed = msgspec.structs.replace(kept, rating=rating, after=after)
        self._session = [changed if each.review == kept.review else each for each in self._session]
        return changed

    def undo(self) -> Kept | None:
        """Take back the last review of this session, with its answer; None: there is none. Raises
        StorageError."""
        if not self._session:
            return None
        self._store.take_back(self._session[-1].review)
        return self._session.pop()
