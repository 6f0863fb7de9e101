"""Mixed practice: questions of the weakest lessons begun, taken in turn, the least known first."""

from __future__ import annotations

from itertools import chain, zip_longest

from studytui.study.decks.known import Known
from studytui.study.mastery import card_mastery, lesson_mastery
from studytui.study.schedule.deck import TAUGHT, CardSource

COUNT = 12
LESSONS = 4


def mixed_practice(known: Known, count: int = COUNT, lessons: int = LESSONS) -> tuple[CardSource, ...]:
    """Up to `count` questions from the `lessons` weakest lessons in which anything was answered.

    They alternate between lessons: mixing topics is harder than one at a time, and stays longer.
    """
    piles = [_of_lesson(known, name) for name in weak_lessons(known)[:lessons]]
    turns = chain.from_iterable(zip_longest(*piles))
    return tuple(source for source in turns if source is not None)[:count]


def weak_lessons(known: Known) -> tuple[str, ...]:
    """Ids of the lessons with an answer, lowest mastery first."""
    found = lesson_mastery(known.active, known.cards, known.now).values()
    begun = [mastery for mastery in found if mastery.answered]
    return tuple(mastery.name for mastery in sorted(begun, key=lambda mastery: mastery.value))


def _of_lesson(known: Known, lesson: str) -> list[CardSource]:
    members = [s for s in known.active if s.lesson.id == lesson and s.origin in TAUGHT]
    return sorted(members, key=lambda source: card_mastery(known.cards.get(source.card), known.now))
