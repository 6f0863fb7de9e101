"""How many reviews the coming days bring, by FSRS itself: cards are due, recalled by chance, due again."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from random import Random

from studytui.study.schedule.card import CardState, Phase, Rating
from studytui.study.schedule.review import retrievability, review

DAYS = 14
REPEATS = 3
"""Futures drawn; their mean is told."""


def forecast(cards: Iterable[CardState], now: datetime, days: int = DAYS) -> tuple[float, ...]:
    """Cards due on each of the next `days` days, today (with all that is overdue) first; a mean, no whole
    number. Days are those of the time zone of `now`. A card counts once a day, however often it is repeated
    on it; new cards do not count."""
    counts = [0.0] * days
    for card in cards:
        for repeat in range(REPEATS):
            for day in _visits(card, now, days, Random(f"{card.card} {repeat}")):
                counts[day] += 1 / REPEATS
    return tuple(counts)


def _visits(card: CardState, now: datetime, days: int, chance: Random) -> set[int]:
    """The days from now on which the card is asked, in one possible future."""
    visits: set[int] = set()
    while (day := max(0, _day(card.due, now))) < days:
        visits.add(day)
        card = asked(card, max(card.due, now), chance)
    return visits


def asked(card: CardState, at: datetime, chance: Random) -> CardState:
    """The card after it was asked and, where it was forgotten, learned again the same hour: recalled with the
    chance FSRS gives it."""
    known = card.phase is not Phase.REVIEW or chance.random() < retrievability(card, at)
    card = review(card, Rating.GOOD if known else Rating.AGAIN, at, fuzz=False)
    while card.phase is not Phase.REVIEW:
        card = review(card, Rating.GOOD, card.due, fuzz=False)
    return card


def _day(moment: datetime, now: datetime) -> int:
    """Days from today to that moment's day."""
    return (moment.astimezone(now.tzinfo).date() - now.date()) // timedelta(days=1)
