"""What the learner studies from: a course, the packs beside it, and whether each may run its code.

Code of a foreign pack is somebody else's. A pack stays closed until the learner trusts what is in it now;
when its lessons change, it is asked for again at the next start. While the app is open, edits are followed.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct

from studytui.course.cache import LessonCache
from studytui.course.found import lesson_files
from studytui.course.library import Library
from studytui.course.packs import Pack, content_of_pack, installed_packs, pack_at
from studytui.errors import LessonError, UsageError
from studytui.study.store import Store

SETTING = "trusted"

Stamp = tuple[int, int]


class Closed(Struct, frozen=True):
    """A pack that is not trusted as it is now."""

    pack: Pack
    lessons: int

    @property
    def words(self) -> str:
        """`3 lessons`."""
        return f"{self.lessons} lesson{'' if self.lessons == 1 else 's'}"


class Shelf:
    """The packs in use, and the library of those that are open."""

    def __init__(self, folder: Path, store: Store, *, trust: bool = False) -> None:
        """`trust`: the learner has said on the command line that `folder` and all packs are trusted."""
        first = pack_at(folder)
        self.packs = (first, *(pack for pack in installed_packs() if pack.folder != first.folder))
        self._store = store
        self._open: set[Path] = set()
        self._broken: list[LessonError] = []
        self._seen: dict[str, Stamp] = {}
        for pack in self.packs:
            if trust or self._trusted(pack):
                self.trust(pack, keep=trust)

    @property
    def closed(self) -> tuple[Closed, ...]:
        """What waits for the learner's word."""
        return tuple(Closed(pack, _count(pack)) for pack in self.packs if pack.folder not in self._open)

    def trust(self, pack: Pack, *, keep: bool = True) -> None:
        """Open it; with `keep`, also at the next start if nothing in it has changed."""
        self._open.add(pack.folder)
        if keep and pack.foreign:
            self._store.set_setting(f"{SETTING}/{content_of_pack(pack)}", str(pack.folder))

    def require_first(self) -> None:
        """Raises UsageError, saying what to do, when the folder that was named is not trusted."""
        first = self.packs[0]
        if first.folder not in self._open:
            words = "these lessons come from elsewhere, and their code would run here"
            raise UsageError(f"{first.folder}: {words}; --trust lets it, as they are now")

    def library(self, before: Library | None = None) -> Library:
        """The lessons of all open packs. A lesson that broke since `before` is kept as it was then.

        Raises LessonError when the first pack is open and holds no lesson.
        """
        self._seen = self._stamps()
        found: list[Library] = []
        broken: list[LessonError] = list(self._broken)
        for pack in self.packs:
            if pack.folder not in self._open:
                continue
            try:
                found.append(Library.open(pack.folder, LessonCache.of(pack.folder)))
            except LessonError as error:
                if pack is self.packs[0]:
                    raise
                broken.append(error)
        whole = joined(self.packs[0], found, broken)
        return whole if before is None else whole.keeping(before)

    def changed(self) -> bool:
        """Whether a file of a foreign pack was saved, added or taken away since the library was made."""
        return self._stamps() != self._seen

    @property
    def watched(self) -> bool:
        """Whether anything is open that its author may be editing."""
        return any(pack.foreign and pack.folder in self._open for pack in self.packs)

    def _trusted(self, pack: Pack) -> bool:
        if not pack.foreign:
            return True
        try:
            return self._store.setting(f"{SETTING}/{content_of_pack(pack)}") is not None
        except LessonError as error:
            self._broken.append(error)
            return False

    def _stamps(self) -> dict[str, Stamp]:
        packs = (pack for pack in self.packs if pack.foreign and pack.folder in self._open)
        return {str(file): stamp for pack in packs for file, stamp in _files(pack)}


def joined(first: Pack, libraries: Iterable[Library], broken: Iterable[LessonError]) -> Library:
    """One library of several; the first has its ids, others give way."""
    whole = Library(first.folder, (), tuple(broken))
    for library in libraries:
        whole = whole.beside(library, "" if library.folder == first.folder else library.folder.name)
    return whole


def _files(pack: Pack) -> list[tuple[Path, Stamp]]:
    try:
        files = lesson_files(pack.folder)
        return [(file, (status.st_size, status.st_mtime_ns)) for file in files for status in [file.stat()]]
    except (LessonError, OSError):
        return []  # in the middle of being moved or rewritten: the next look sees more


def _count(pack: Pack) -> int:
    try:
        return len(lesson_files(pack.folder))
    except LessonError:
        return 0
