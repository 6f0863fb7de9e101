"""How many reviews the coming days bring, by FSRS itself: cards are due, recalled by chance, due again."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from random import Random

from studytui.study.schedule.card import CardState, Phase, Rating
from studytui.study.schedule.review import retrievability, review

DAY = timedelta(days=1)
DAYS = 14
REPEATS = 3
"""Futures drawn; their mean is told."""


def forecast(cards: Iterable[CardState], now: datetime, days: int = DAYS) -> tuple[float, ...]:
    """Cards to be asked today and on each of the days after it, for a learner who comes every day at the hour
    of `now`: today holds all that is due already, tomorrow what becomes due until this hour, and so on.

    A mean, no whole number. A card counts once a day, however often it is repeated on it; new cards do not
    count.
    """
    counts = [0.0] * days
    for card in cards:
        for repeat in range(REPEATS):
            for day in _visits(card, now, days, Random(f"{card.card} {repeat}")):
                counts[day] += 1 / REPEATS
    return tuple(counts)


def _visits(card: CardState, now: datetime, days: int, chance: Random) -> set[int]:
    """The days from now on which the card is asked, in one possible future."""
    visits: set[int] = set()
    while (day := max(0, -((now - card.due) // DAY))) < days:
        visits.add(day)
        card = asked(card, max(card.due, now + day * DAY), chance)
    return visits


def asked(card: CardState, at: datetime, chance: Random) -> CardState:
    """The card after it was asked and, where it was forgotten, learned again the same hour: recalled with the
    chance FSRS gives it."""
    known = card.phase is not Phase.REVIEW or chance.random() < retrievability(card, at)
    card = review(card, Rating.GOOD if known else Rating.AGAIN, at, fuzz=False)
    while card.phase is not Phase.REVIEW:
        card = review(card, Rating.GOOD, card.due, fuzz=False)
    return card
