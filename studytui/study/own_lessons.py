"""A folder of lessons made from the learner's own notes: opened without a question."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from studytui.course.found import lesson_files
from studytui.course.packs import pack_at
from studytui.errors import LessonError
from studytui.study.shelf import Shelf
from studytui.study.store import Store


class OwnLessons:
    """Make one before anything is written, then `add` what was, then `trust`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._ours: set[Path] = set()
        before = _lessons(folder)
        if before:
            store = Store.open()
            try:
                closed = Shelf(folder, store).closed
            finally:
                store.close()
            if all(each.pack.folder != folder for each in closed):
                self._ours |= before

    def add(self, files: Iterable[Path]) -> None:
        """These lessons were written just now."""
        self._ours.update(files)

    def trust(self) -> bool:
        """Trust the folder as it is now, unless a lesson of somebody else is in it too."""
        if _lessons(self._folder) - self._ours:
            return False
        store = Store.open()
        try:
            Shelf(self._folder, store).trust(pack_at(self._folder))
        finally:
            store.close()
        return True


def _lessons(folder: Path) -> set[Path]:
    try:
        return set(lesson_files(folder))
    except LessonError:
        return set()  # nothing in it yet
