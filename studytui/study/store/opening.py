"""Open the progress file whatever state it is in, and say what happened."""

from __future__ import annotations

import sqlite3
from datetime import datetime
from pathlib import Path

from studytui.errors import StorageError
from studytui.study.store.backup import back_up_daily
from studytui.study.store.database import MEMORY, Database, connect
from studytui.study.store.migrations import migrate, missing_tables
from studytui.study.store.rescue import alone, no_rescue, rescue
from studytui.study.store.words import in_words, is_damage


def open_file(path: Path, now: datetime) -> tuple[Database, str]:
    """The database in this file, and a notice ("" when all is well). Creates folder and file when missing.

    Raises StorageError when nothing can be saved there.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            with no_rescue(path):
                return _open(path, now)
        except sqlite3.DatabaseError as error:
            if not is_damage(error):
                raise
            with alone(path):
                return _rescued(path, now)
    except (OSError, sqlite3.Error) as error:
        raise StorageError(f"{path}: {in_words(error)}") from error


def _rescued(path: Path, now: datetime) -> tuple[Database, str]:
    try:
        return _open(path, now)  # another studytui was first
    except sqlite3.DatabaseError as error:
        if not is_damage(error):
            raise
    told = rescue(path, now)
    database, _ = _open(path, now)
    return database, told


def open_memory(source: Path | None) -> Database:
    """A database in memory, holding a copy of what can still be read from `source`."""
    connection = connect(MEMORY)
    if source is not None and not _copy(source, connection):
        connection.close()
        connection = connect(MEMORY)
    migrate(connection, None)
    return Database(connection, None)


def _open(path: Path, now: datetime) -> tuple[Database, str]:
    existed = path.exists() and path.stat().st_size > 0
    connection = connect(path)
    try:
        if existed:
            _check(connection)
        migrate(connection, path)
        # A write now, so that a full disk or a read-only folder is known before the learner relies on it.
        connection.execute(
            "INSERT OR REPLACE INTO settings VALUES ('last-opened', ?)", (f'"{now.isoformat()}"',)
        )
        notice = _backed_up(connection, path, now) if existed else ""
    except BaseException:
        connection.close()
        raise
    return Database(connection, path), notice


def _backed_up(connection: sqlite3.Connection, path: Path, now: datetime) -> str:
    """Make the day's backup; a notice when that fails, as progress itself can still be saved."""
    try:
        back_up_daily(connection, path, now.date())
    except (OSError, sqlite3.Error) as error:
        return f"Progress is saved, but could not be backed up: {in_words(error)}"
    return ""


def _check(connection: sqlite3.Connection) -> None:
    """Raise sqlite3.DatabaseError, marked as damage, when the file is not whole."""
    problem = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    if problem == "ok" and not missing_tables(connection):
        return
    error = sqlite3.DatabaseError(f"damaged: {problem}")
    error.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
    raise error


def _copy(source: Path, target: sqlite3.Connection) -> bool:
    """Whether the file could be read into `target`, and is one this studytui understands."""
    # In a folder that may not be written to, SQLite reads a WAL file only when told that nobody else writes.
    return any(
        _copied(f"{source.resolve().as_uri()}?{how}", target) for how in ("mode=ro", "mode=ro&immutable=1")
    )


def _copied(uri: str, target: sqlite3.Connection) -> bool:
    try:
        origin = sqlite3.connect(uri, uri=True)
        try:
            origin.backup(target)
        finally:
            origin.close()
        migrate(target, None)
        _check(target)
    except (OSError, sqlite3.Error, StorageError):
        return False  # the caller already tells that nothing is saved, and why
    return True
