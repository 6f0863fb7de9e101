"""Days learned in a row. It forgives: a day with nothing due is no miss, and one missed day in seven does not
end it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date, timedelta

from msgspec import Struct

DAY = timedelta(days=1)
APART = 7
"""Days between two missed days that are forgiven."""


class Streak(Struct, frozen=True):
    """A run of days."""

    days: int
    """Days on which something was learned."""
    forgiven: int
    """Missed days in between."""
    today: bool
    """Whether today counts already."""


def streak(days: Collection[date], today: date, waiting: Collection[date] | None = None) -> Streak:
    """The streak that leads up to today; today itself may still come.

    `waiting`: the days on which a card was due and not asked; any other missed day was no miss, as there was
    nothing to repeat. None: every missed day counts.
    """
    missed, last_missed = 0, today + APART * DAY
    counted, day = int(today in days), today - DAY
    first = min(days, default=today)
    while day >= first:
        if day in days:
            counted += 1
        elif waiting is None or day in waiting:
            if day - DAY not in days or last_missed - day < APART * DAY:
                break
            missed, last_missed = missed + 1, day
        day -= DAY
    return Streak(counted, missed, today in days)


def waiting_days(spans: Iterable[tuple[date, date]]) -> frozenset[date]:
    """The days of all spans, each from the day a card became due to the day it was asked, which is not in
    it."""
    return frozenset(
        due + number * DAY for due, asked in spans for number in range(max(0, (asked - due).days))
    )
