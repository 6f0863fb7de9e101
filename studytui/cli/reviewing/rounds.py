"""Which questions a round in plain lines asks."""

from __future__ import annotations

from studytui.course.library import Library
from studytui.errors import UsageError
from studytui.study.decks.due_review import due_review
from studytui.study.decks.known import look
from studytui.study.decks.lesson_quiz import lesson_quiz
from studytui.study.decks.mixed_practice import mixed_practice
from studytui.study.decks.trust_but_verify import trust_but_verify
from studytui.study.schedule.deck import CardSource
from studytui.study.store import Store


def sources(
    library: Library, store: Store, mode: str, lesson: str | None, new: int, seed: str
) -> tuple[CardSource, ...]:
    """The questions of a lesson, or of a mode: due, mixed, claims. Raises UsageError, StorageError."""
    if lesson is not None:
        found = library.get(lesson)
        if found is None:
            raise UsageError(f"there is no lesson {lesson!r}; `studytui progress` lists them")
        return lesson_quiz(found)
    known = look(library.lessons, store, new_per_day=new)
    if mode == "mixed":
        return mixed_practice(known)
    return trust_but_verify(known, seed) if mode == "claims" else due_review(known)
