"""Which lesson files to check."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from studytui.course.found import LEDGER_FILE
from studytui.errors import UsageError

ENDINGS = (".yaml", ".yml")


def lesson_files(paths: Iterable[Path]) -> tuple[Path, ...]:
    """The files named, and the lessons below the folders named, each once, in order. Raises UsageError."""
    found = dict.fromkeys(file for path in paths for file in _below(path))
    return tuple(found)


def _below(path: Path) -> Iterator[Path]:
    if path.is_dir():
        files = sorted(file for file in path.rglob("*") if _is_lesson(file))
        if not files:
            raise UsageError(f"{path}: no lesson (*.yaml) in this folder")
        yield from files
    elif path.exists():
        yield path
    else:
        raise UsageError(f"{path}: no such file or folder")


def _is_lesson(file: Path) -> bool:
    return file.suffix in ENDINGS and file.name != LEDGER_FILE and file.is_file()
