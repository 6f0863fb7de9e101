"""Mastery: what of a lesson the learner will still know in a week, by FSRS. Pure: cards in, numbers out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta

from msgspec import Struct

from studytui.course.model import Lesson
from studytui.study.schedule.card import CardState, Phase
from studytui.study.schedule.deck import TAUGHT, CardSource
from studytui.study.schedule.review import retrievability

AHEAD = timedelta(days=7)
"""Right after an answer everything is remembered; what counts is what stays."""


class Mastery(Struct, frozen=True):
    """Of one lesson or part."""

    name: str
    """Id of the lesson, or title of the part."""
    value: float
    """From 0 to 1: the mean over its questions and exercises; those never answered count as 0."""
    answered: int
    """Questions and exercises with at least one review."""
    total: int


def card_mastery(card: CardState | None, now: datetime) -> float:
    """The chance that it is still known in a week; 0 for a card never reviewed, or not known last time."""
    if card is None or card.phase is Phase.RELEARNING or (card.phase is Phase.LEARNING and not card.step):
        return 0.0
    return retrievability(card, now + AHEAD)


def lesson_mastery(
    sources: Iterable[CardSource], cards: Mapping[str, CardState], now: datetime
) -> dict[str, Mastery]:
    """Lesson id -> mastery, of every lesson with a question or an exercise, in the order of `sources`."""
    members: dict[str, list[str]] = {}
    for source in sources:
        if source.origin in TAUGHT:
            members.setdefault(source.lesson.id, []).append(source.card)
    return {name: _mastery(name, ids, cards, now) for name, ids in members.items()}


def part_mastery(lessons: Sequence[Lesson], found: Mapping[str, Mastery]) -> dict[str, Mastery]:
    """Part -> mastery: the mean over all questions of its lessons. `found` is what `lesson_mastery` gives."""
    parts: dict[str, list[Mastery]] = {}
    for lesson in lessons:
        if lesson.id in found:
            parts.setdefault(lesson.part, []).append(found[lesson.id])
    return {title: _joined(title, members) for title, members in parts.items()}


def _mastery(name: str, ids: Sequence[str], cards: Mapping[str, CardState], now: datetime) -> Mastery:
    known = [card_mastery(cards.get(card), now) for card in ids]
    return Mastery(name, sum(known) / len(ids), sum(card in cards for card in ids), len(ids))


def _joined(title: str, members: Sequence[Mastery]) -> Mastery:
    total = sum(each.total for each in members)
    value = sum(each.value * each.total for each in members) / total
    return Mastery(title, value, sum(each.answered for each in members), total)
