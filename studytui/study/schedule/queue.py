"""What to review now: cards that are due, most forgotten first, and a few new ones."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime

from studytui.study.schedule.card import CardState
from studytui.study.schedule.review import retrievability

NEW_PER_DAY = 10


def due(cards: Iterable[CardState], now: datetime) -> tuple[CardState, ...]:
    """The cards due now, those most likely forgotten first."""
    ready = [card for card in cards if card.due <= now]
    return tuple(sorted(ready, key=lambda card: (retrievability(card, now), card.due, card.card)))


def count_due(cards: Iterable[CardState], now: datetime) -> int:
    """How many cards are due; cheaper than `due`, as it does not load the scheduler."""
    return sum(card.due <= now for card in cards)


def new_cards(
    ids: Sequence[str], cards: Mapping[str, CardState], now: datetime, limit: int = NEW_PER_DAY
) -> tuple[str, ...]:
    """Ids never reviewed, in the order given, no more than the day's limit leaves (days of the time zone of
    `now`)."""
    today = now.date()
    begun = sum(card.introduced.astimezone(now.tzinfo).date() == today for card in cards.values())
    fresh = [name for name in ids if name not in cards]
    return tuple(fresh[: max(0, limit - begun)])


def known_cards(cards: Iterable[CardState], ids: Collection[str]) -> tuple[CardState, ...]:
    """Cards whose question still exists: those of removed lessons sleep until the lesson returns."""
    return tuple(card for card in cards if card.card in ids)
