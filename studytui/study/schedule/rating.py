"""Suggest a rating from what happened; the learner may override it with 1-4."""

from __future__ import annotations

from studytui.study.schedule.card import Rating

QUICK = 0.5
"""Below this share of the expected time an answer counts as easy."""
SLOW = 3.0
"""Above this multiple of it, as hard."""


def suggest(
    right: bool, attempts: int = 1, hints: int = 0, seconds: float = 0.0, expected: float = 30.0
) -> Rating:
    """The rating an answer deserves.

    Again: not solved, or only after giving up. Hard: solved with a hint, a second attempt or very slowly.
    Easy: at once and in less than half the `expected` seconds. Good: all else. `seconds` of 0 means unknown.
    """
    if not right or attempts > 3 or hints > 2:
        return Rating.AGAIN
    if attempts > 1 or hints or seconds > SLOW * expected:
        return Rating.HARD
    if 0 < seconds < QUICK * expected:
        return Rating.EASY
    return Rating.GOOD
