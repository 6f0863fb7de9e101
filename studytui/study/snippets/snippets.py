"""List, load, save, rename and delete snippets. A file is always whole: written beside, then moved."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from studytui import folders
from studytui.errors import StorageError
from studytui.study.snippets.names import clean_name, name_problem

TRASH = ".trash"
LARGEST = 1 << 20
"""Bytes of code that are read into the editor."""


class Snippets:
    """The `.py` files of one folder, by name without the ending. All methods raise StorageError in words."""

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folders.data_dir() / "snippets" if folder is None else folder

    def names(self) -> tuple[str, ...]:
        """All snippets, last changed first."""
        with worded(self.folder):
            files = [
                (file.stat().st_mtime_ns, file.stem)
                for file in self.folder.glob("[!.]*.py")
                if file.is_file()
            ]
        return tuple(name for _, name in sorted(files, key=lambda file: (-file[0], file[1])))

    def load(self, name: str) -> str:
        """The code of a snippet."""
        file = self.path(name)
        with worded(file):
            if file.stat().st_size > LARGEST:
                raise StorageError(f"{file}: too large for the editor (more than {LARGEST >> 20} MiB)")
            try:
                return file.read_text(encoding="utf-8")
            except UnicodeDecodeError as error:
                raise StorageError(f"{file}: not UTF-8 text (byte {error.start})") from error

    def save(self, name: str, code: str) -> Path:
        """Write the code; the old text stays until the new one is complete on disk."""
        file = self.path(name)
        unfinished = file.with_name(f".{file.name}.{os.getpid()}.tmp")
        with worded(file):
            self.folder.mkdir(parents=True, exist_ok=True)
            try:
                write_through(unfinished, code)
                os.replace(unfinished, file)
            finally:
                unfinished.unlink(missing_ok=True)
        return file

    def rename(self, old: str, new: str) -> Path:
        """Give a snippet another name; never over an existing one."""
        source, target = self.path(old), self.path(new)
        with worded(source):
            if target.exists():
                raise StorageError(f"{target}: there is a snippet of that name already")
            os.rename(source, target)
        return target

    def delete(self, name: str) -> Path:
        """Move a snippet to the trash folder, where it stays; returns its path there, for `restore`."""
        file = self.path(name)
        trash = self.folder / TRASH
        with worded(file):
            trash.mkdir(exist_ok=True)
            moment = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%f")
            target = trash / f"{file.stem}~{moment}.py"
            os.rename(file, target)
        return target

    def restore(self, trashed: Path) -> Path:
        """Undo `delete`."""
        target = self.path(trashed.stem.rpartition("~")[0])
        with worded(trashed):
            if target.exists():
                raise StorageError(f"{target}: there is a snippet of that name already")
            os.rename(trashed, target)
        return target

    def path(self, name: str) -> Path:
        """The file of a snippet, existing or not; never outside the folder."""
        if problem := name_problem(name):
            raise StorageError(problem)
        return self.folder / f"{clean_name(name)}.py"


def write_through(file: Path, text: str) -> None:
    """Write text and wait until it is on disk. Raises OSError."""
    with file.open("w", encoding="utf-8", errors="surrogateescape", newline="") as stream:
        stream.write(text)
        stream.flush()
        os.fsync(stream.fileno())


@contextmanager
def worded(where: Path) -> Iterator[None]:
    """Turn the system's errors into ours."""
    try:
        yield
    except OSError as error:
        raise StorageError(f"{where}: {(error.strerror or str(error)).lower()}") from error
