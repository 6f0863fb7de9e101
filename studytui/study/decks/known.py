"""What every mode needs: all sources, the cards, what is put aside, and how far the learner is."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from msgspec import Struct

from studytui.course.model import Lesson
from studytui.study.progress import Done
from studytui.study.schedule.card import CardState
from studytui.study.schedule.deck import CardSource, deck
from studytui.study.schedule.queue import NEW_PER_DAY
from studytui.study.store import Store


class Known(Struct, frozen=True):
    """A look at the course and the store at one moment."""

    sources: dict[str, CardSource]
    """Card id -> source, in the order of the course."""
    cards: dict[str, CardState]
    """The cards ever reviewed whose question still exists and that are not suspended."""
    suspended: frozenset[str]
    done: Done
    now: datetime
    """With the learner's own time zone: it decides what "today" is."""
    new_per_day: int = NEW_PER_DAY
    """New cards a day, at most."""

    @property
    def active(self) -> tuple[CardSource, ...]:
        """The sources that are not suspended."""
        return tuple(source for card, source in self.sources.items() if card not in self.suspended)


def look(
    lessons: Iterable[Lesson], store: Store, now: datetime | None = None, new_per_day: int = NEW_PER_DAY
) -> Known:
    """What there is now. Raises StorageError."""
    sources, suspended = deck(lessons), store.suspended()
    cards = {
        card: state for card, state in store.cards().items() if card in sources and card not in suspended
    }
    moment = now or datetime.now().astimezone()
    return Known(sources, cards, suspended, store.all_done(), moment, new_per_day)
