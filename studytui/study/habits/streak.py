"""Days learned in a row. It forgives: one missed day in seven does not end it."""

from __future__ import annotations

from collections.abc import Collection
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


def streak(days: Collection[date], today: date) -> Streak:
    """The streak that leads up to today; today itself may still come."""
    learned, missed = int(today in days), 0
    counted, last_missed = learned, today + APART * DAY
    day = today - DAY
    while day in days or (day - DAY in days and last_missed - day >= APART * DAY):
        if day in days:
            counted += 1
        else:
            missed, last_missed = missed + 1, day
        day -= DAY
    return Streak(counted, missed, bool(learned))
