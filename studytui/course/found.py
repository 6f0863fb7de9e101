"""The lesson files of a folder."""

from __future__ import annotations

import os
from pathlib import Path

from studytui.errors import LessonError

SUFFIXES = (".yaml", ".yml")
LEDGER_FILE = "ledger.yaml"
"""Beside the parts: what the lessons must cover. No lesson has this name."""


def lesson_files(folder: Path) -> tuple[Path, ...]:
    """Every `<part>/<id>.yaml`, by name; hidden files and other types are not looked at.

    Raises LessonError when the folder is missing, cannot be read or holds no lesson.
    """
    try:
        parts = sorted(entry.name for entry in os.scandir(folder) if _visible(entry.name) and entry.is_dir())
        files = tuple(file for part in parts for file in _files(folder / part))
    except OSError as error:
        raise LessonError(f"{error.filename or folder}: {(error.strerror or str(error)).lower()}") from error
    if not files:
        raise LessonError(f"{folder}: no lessons here, expected <part>/<id>.yaml")
    return files


def _files(part: Path) -> list[Path]:
    names = sorted(name for name in os.listdir(part) if name.endswith(SUFFIXES) and _visible(name))
    return [part / name for name in names]


def _visible(name: str) -> bool:
    return not name.startswith((".", "_"))
