"""Steps the learner wants to find again."""

from __future__ import annotations

from msgspec import Struct

from studytui.study.store import Store

SETTING = "bookmarks"


class Bookmark(Struct, frozen=True):
    """A step of a lesson."""

    lesson: str
    step: str


def bookmarks(store: Store) -> tuple[Bookmark, ...]:
    """In the order they were made; what is not understood is left out."""
    kept = store.setting(SETTING, [])
    if not isinstance(kept, list):
        return ()
    pairs = [each for each in kept if isinstance(each, list) and len(each) == 2]
    return tuple(Bookmark(str(lesson), str(step)) for lesson, step in pairs)


def toggle(store: Store, lesson: str, step: str) -> bool:
    """Put a bookmark at a step, or take it away; True: it is there now. Raises StorageError."""
    wanted, kept = Bookmark(lesson, step), bookmarks(store)
    there = wanted not in kept
    after = (*kept, wanted) if there else tuple(each for each in kept if each != wanted)
    store.set_setting(SETTING, [[each.lesson, each.step] for each in after])
    return there
