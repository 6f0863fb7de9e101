"""The document: what is exported, row by row. Settings stay: they belong to a machine, and hold consent."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec
from msgspec import Meta, Struct

from studytui.errors import UsageError
from studytui.study.schedule.card import CardState

FORMAT = "studytui-progress"
VERSION = 1
Time = Annotated[
    str, Meta(pattern=r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?\+00:00$", description="UTC, ISO 8601")
]
Rating = Annotated[int, Meta(ge=1, le=4)]


class Row(Struct, frozen=True, forbid_unknown_fields=True):
    """Base of all rows; the fields are the columns of the store's table."""


class DoneRow(Row, frozen=True):
    """A step done."""

    lesson: str
    step: str
    at: Time


class DraftRow(Row, frozen=True):
    """Code in the middle of being changed."""

    lesson: str
    step: str
    text: str
    at: Time


class PlaceRow(Row, frozen=True):
    """Where the learner was in a lesson."""

    lesson: str
    screen: str
    step: str
    line: int
    column: int
    scroll: int


class AnswerRow(Row, frozen=True):
    """An answer given."""

    lesson: str
    question: str
    correct: bool
    given: str
    attempts: int
    hints: int
    seconds: float
    at: Time


class ReviewRow(Row, frozen=True):
    """A review of a card."""

    card: str
    rating: Rating
    seconds: float
    at: Time
    before: CardState | None
    answer: int | None
    """Which of the document's answers it was rated for, from 0."""


class RunRow(Row, frozen=True):
    """A run of a step's code. `series` is JSON, as the store keeps it."""

    lesson: str
    step: str
    code: str
    status: str
    seconds: float
    series: str
    at: Time


class SuspendedRow(Row, frozen=True):
    """A card put aside."""

    card: str
    at: Time


class ExamRow(Row, frozen=True):
    """A mock exam taken. `parts` is JSON, as the store keeps it."""

    parts: str
    correct: int
    asked: int
    seconds: float
    allowed: float
    at: Time


class Document(Struct, frozen=True, forbid_unknown_fields=True):
    """Everything the learner has done."""

    format: Literal["studytui-progress"]
    version: int
    exported: Time
    done: tuple[DoneRow, ...] = ()
    drafts: tuple[DraftRow, ...] = ()
    places: tuple[PlaceRow, ...] = ()
    """The last one visited comes last."""
    answers: tuple[AnswerRow, ...] = ()
    cards: tuple[CardState, ...] = ()
    reviews: tuple[ReviewRow, ...] = ()
    runs: tuple[RunRow, ...] = ()
    suspended: tuple[SuspendedRow, ...] = ()
    exams: tuple[ExamRow, ...] = ()


def read_document(text: bytes, name: str) -> Document:
    """Read and check a document. Raises UsageError: one line that names the file and what is wrong."""
    try:
        head = msgspec.json.decode(text, type=Head)
        if head.version > VERSION:
            raise UsageError(f"{name} was exported by a newer studytui; update studytui to import it")
        document = msgspec.json.decode(text, type=Document)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise UsageError(f"{name} is no export of studytui: {error}") from error
    if problem := _problem(document):
        raise UsageError(f"{name} is no whole export of studytui: {problem}")
    return document


class Head(Struct, frozen=True):
    """What says which kind of document it is."""

    format: Literal["studytui-progress"]
    version: int


def _problem(document: Document) -> str:
    known = {card.card for card in document.cards}
    for card in document.cards:
        if None in (card.due.tzinfo, card.last_review.tzinfo, card.introduced.tzinfo):
            return f"the card {card.card!r} has a time without a time zone"
    for review in document.reviews:
        if review.card not in known:
            return f"a review of the card {review.card!r}, which is not in it"
        if review.answer is not None and not 0 <= review.answer < len(document.answers):
            return f"a review of the card {review.card!r} names answer {review.answer}, which is not in it"
    return ""
