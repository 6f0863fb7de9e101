"""Review a card: FSRS 6 decides when it comes back (fsrs.Scheduler; parameters in its documentation)."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache
from typing import TYPE_CHECKING

from studytui.study.schedule.card import CardState, Phase, Rating

if TYPE_CHECKING:
    from fsrs import Card, Scheduler

RETENTION = 0.9
"""The chance of recall at which a card is due."""


def review(
    card: str | CardState, rating: Rating, now: datetime, retention: float = RETENTION, fuzz: bool = True
) -> CardState:
    """The card after this review; a new card is given by its id.

    `fuzz` spreads cards learned on one day over several. Raises ValueError for a `now` without a time zone.
    """
    if now.tzinfo is None:
        raise ValueError("review needs a time with a time zone")
    from fsrs import Rating as FsrsRating
    from fsrs.card import Card

    before = Card(card_id=0) if isinstance(card, str) else _to_fsrs(card)
    after, _ = _scheduler(retention, fuzz).review_card(before, FsrsRating(int(rating)), _utc(now))
    return _from_fsrs(after, card, rating, _utc(now))


def retrievability(card: CardState, now: datetime, retention: float = RETENTION) -> float:
    """The chance that it is remembered now, from 0 to 1."""
    return float(_scheduler(retention, False).get_card_retrievability(_to_fsrs(card), _utc(now)))


def preview(card: str | CardState, now: datetime, retention: float = RETENTION) -> dict[Rating, datetime]:
    """When the card would come back after each rating, without the spreading: shown beside the keys 1-4."""
    return {rating: review(card, rating, now, retention, fuzz=False).due for rating in Rating}


@cache
def _scheduler(retention: float, fuzz: bool) -> Scheduler:
    from fsrs import Scheduler

    return Scheduler(desired_retention=retention, enable_fuzzing=fuzz)


def _to_fsrs(card: CardState) -> Card:
    from fsrs import State
    from fsrs.card import Card

    return Card(
        0, State(int(card.phase)), card.step, card.stability, card.difficulty, card.due, card.last_review
    )


def _from_fsrs(after: Card, before: str | CardState, rating: Rating, now: datetime) -> CardState:
    if after.stability is None or after.difficulty is None:
        raise RuntimeError("fsrs reviewed a card without giving it a stability")
    known = before if isinstance(before, CardState) else None
    forgotten = known is not None and known.phase is Phase.REVIEW and rating is Rating.AGAIN
    return CardState(
        card=known.card if known else str(before),
        phase=Phase(int(after.state)),
        step=after.step,
        stability=after.stability,
        difficulty=after.difficulty,
        due=after.due,
        last_review=now,
        introduced=known.introduced if known else now,
        reviews=known.reviews + 1 if known else 1,
        lapses=(known.lapses if known else 0) + forgotten,
    )


def _utc(moment: datetime) -> datetime:
    return moment.astimezone(UTC)
