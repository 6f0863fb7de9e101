"""Lessons read before: a thousand files of YAML take seconds, reading them back some hundredths of one.

An entry counts only for the very same file (size and times) and for the very same loader, so a lesson or a
rule that changes is read anew. Nothing is lost when the cache is: it may be deleted at any time.
"""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import msgspec

from studytui import __version__
from studytui.course.model import Lesson
from studytui.folders import state_dir


class Entry(msgspec.Struct, frozen=True, array_like=True):
    """A lesson as it was read, and the file it was read from."""

    stamp: tuple[int, int, int]
    lesson: Lesson


class Contents(msgspec.Struct, array_like=True):
    """What stands in a cache file."""

    loader: str
    entries: dict[str, Entry]


class LessonCache:
    """The whole lessons of one folder. Reading and writing it never fails: without it, files are read."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._loader = loader_version()
        self._before = self._read()
        self._now: dict[str, Entry] = {}

    @classmethod
    def of(cls, folder: Path) -> LessonCache:
        """The user's cache for the lessons of `folder`."""
        name = hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:16]
        return cls(state_dir() / "lessons" / f"{name}.msgpack")

    def get(self, file: Path) -> Lesson | None:
        """The lesson, if the file is as it was when it was read."""
        entry = self._before.get(str(file))
        if entry is None or entry.stamp != _stamp(file):
            return None
        self._now[str(file)] = entry
        return entry.lesson

    def put(self, file: Path, lesson: Lesson) -> None:
        """Remember a lesson that was just read."""
        stamp = _stamp(file)
        if stamp is not None:
            self._now[str(file)] = Entry(stamp, lesson)

    def save(self) -> None:
        """Write what was got and put, if anything is new; entries of files that are gone are dropped."""
        if self._now == self._before:
            return
        try:
            self._write(msgspec.msgpack.encode(Contents(self._loader, self._now)))
        except OSError:
            pass  # a home that cannot be written to costs time at the next start, nothing else

    def _read(self) -> dict[str, Entry]:
        try:
            contents = msgspec.msgpack.decode(self._file.read_bytes(), type=Contents)
        except (OSError, msgspec.MsgspecError, ValueError):
            return {}  # none yet, or of another version: the files are read instead
        return contents.entries if contents.loader == self._loader else {}

    def _write(self, data: bytes) -> None:
        """Put the new file in the place of the old one at once: another app may be reading it."""
        self._file.parent.mkdir(parents=True, exist_ok=True)
        beside = self._file.with_suffix(f".{os.getpid()}")
        try:
            beside.write_bytes(data)
            beside.replace(self._file)
        finally:
            beside.unlink(missing_ok=True)


def loader_version() -> str:
    """Changes whenever the code that reads lessons does."""
    sources = sorted(Path(__file__).parent.rglob("*.py"))
    newest = max((source.stat().st_mtime_ns for source in sources), default=0)
    return f"{__version__}/{len(sources)}/{newest}"


def _stamp(file: Path) -> tuple[int, int, int] | None:
    try:
        status = file.stat()
    except OSError:
        return None  # reading it says what is wrong
    return status.st_size, status.st_mtime_ns, status.st_ctime_ns
