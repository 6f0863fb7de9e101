"""The state of a card, as frozen data that knows nothing of the scheduler's own classes."""

from __future__ import annotations

from datetime import datetime
from enum import IntEnum

import msgspec
from msgspec import Struct

from studytui.errors import StorageError


class Rating(IntEnum):
    """How well it was remembered; the numbers are the keys 1-4."""

    AGAIN = 1
    HARD = 2
    GOOD = 3
    EASY = 4


class Phase(IntEnum):
    """Where a card is in its life; the numbers are those of fsrs."""

    LEARNING = 1
    REVIEW = 2
    RELEARNING = 3


class CardState(Struct, frozen=True):
    """What the scheduler remembers about one card. All times are UTC."""

    card: str
    """`lesson/question`: stable, so editing a text never resets it."""
    phase: Phase
    step: int | None
    """Place among the learning steps; None in review."""
    stability: float
    """Days until the chance of recall falls to 90 %."""
    difficulty: float
    """From 1 to 10."""
    due: datetime
    last_review: datetime
    introduced: datetime
    """First review."""
    reviews: int = 1
    lapses: int = 0
    """How often it was forgotten after having been learned."""


def card_id(lesson: str, question: str) -> str:
    """The stable id of a question's card."""
    return f"{lesson}/{question}"


def to_json(card: CardState) -> str:
    """One JSON object; `from_json` gives the same card back."""
    return msgspec.json.encode(card).decode()


def from_json(text: str | bytes) -> CardState:
    """Read `to_json`'s text. Raises StorageError with words when it is none."""
    try:
        card = _decoder.decode(text)
    except msgspec.MsgspecError as error:
        raise StorageError(f"a saved card cannot be read: {error}") from error
    if None in (card.due.tzinfo, card.last_review.tzinfo, card.introduced.tzinfo):
        raise StorageError(f"a saved card cannot be read: {card.card} has a time without a time zone")
    return card


_decoder = msgspec.json.Decoder(CardState)
