"""Copies of the progress file, made with SQLite's backup: whole even while it is written to."""

from __future__ import annotations

import os
import sqlite3
from datetime import date
from pathlib import Path

KEEP = 3
FOLDER = "backups"


def back_up(connection: sqlite3.Connection, path: Path, label: str) -> Path:
    """Copy the database to `backups/<stem>-<label>.db` beside it. Raises sqlite3.Error or OSError."""
    folder = path.parent / FOLDER
    folder.mkdir(exist_ok=True)
    target = folder / f"{path.stem}-{label}.db"
    unfinished = target.with_suffix(f".{os.getpid()}.tmp")
    copy = sqlite3.connect(unfinished)
    try:
        try:
            connection.backup(copy)
        finally:
            copy.close()
        os.replace(unfinished, target)
    finally:
        unfinished.unlink(missing_ok=True)
    return target


def back_up_daily(connection: sqlite3.Connection, path: Path, today: date) -> Path | None:
    """Make today's copy unless there is one, and keep the last few days; None: there was one."""
    label = f"day-{today.isoformat()}"
    if (path.parent / FOLDER / f"{path.stem}-{label}.db").exists():
        return None
    made = back_up(connection, path, label)
    for old in _days(path)[KEEP:]:
        old.unlink(missing_ok=True)
    return made


def good_backups(path: Path) -> list[Path]:
    """The copies that are whole, newest first."""
    return [
        copy for copy in sorted(_all(path), key=lambda p: p.stat().st_mtime, reverse=True) if is_whole(copy)
    ]


def is_whole(path: Path) -> bool:
    """Whether a file is a database without damage."""
    try:
        connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)
        try:
            return bool(connection.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok")
        finally:
            connection.close()
    except sqlite3.Error:
        return False


def _days(path: Path) -> list[Path]:
    return sorted((path.parent / FOLDER).glob(f"{path.stem}-day-*.db"), reverse=True)


def _all(path: Path) -> list[Path]:
    return list((path.parent / FOLDER).glob(f"{path.stem}-*.db"))
