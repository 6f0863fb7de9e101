"""Packs of lessons: the course that comes with studytui, folders named with `--lessons`, and installed ones.

A pack is installed by putting its folder into `packs` in the data folder: `packs/<name>/<part>/<id>.yaml`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from studytui.course.found import lesson_files
from studytui.errors import LessonError
from studytui.folders import bundled_lessons, data_dir


class Pack(Struct, frozen=True):
    """A folder of lessons."""

    name: str
    folder: Path

    @property
    def foreign(self) -> bool:
        """Whether its code comes from somebody else."""
        return self.folder.resolve() != bundled_lessons().resolve()


def packs_dir() -> Path:
    """Where installed packs are."""
    return data_dir() / "packs"


def installed_packs() -> tuple[Pack, ...]:
    """By name; none when there is no such folder or it cannot be read."""
    try:
        found = sorted(each for each in packs_dir().iterdir() if each.is_dir() and each.name[:1] not in "._")
    except OSError:
        return ()  # usual: nobody has installed any
    return tuple(Pack(each.name, each) for each in found)


def pack_at(folder: Path) -> Pack:
    """The pack in a folder that was named."""
    return Pack(folder.resolve().name or str(folder), folder)


def content_of_pack(pack: Pack) -> str:
    """SHA-256 over the names and contents of its lessons. Raises LessonError when they cannot be read."""
    whole = hashlib.sha256()
    for name, data in _lessons(pack):
        whole.update(f"{len(name)} {name} {len(data)} ".encode())
        whole.update(data)
    return whole.hexdigest()


def _lessons(pack: Pack) -> Iterator[tuple[str, bytes]]:
    for file in lesson_files(pack.folder):
        try:
            yield str(file.relative_to(pack.folder)), file.read_bytes()
        except OSError as error:
            raise LessonError(f"{file}:1:1: cannot be read: {error.strerror or error}") from error
