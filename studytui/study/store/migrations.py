"""The tables, version by version. A version is never edited once released: the next one changes it."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from studytui.errors import StorageError
from studytui.study.store.backup import back_up

V1 = (
    """CREATE TABLE places (
        lesson TEXT PRIMARY KEY, screen TEXT NOT NULL, step TEXT NOT NULL,
        line INTEGER NOT NULL, column INTEGER NOT NULL, scroll INTEGER NOT NULL)""",
    """CREATE TABLE drafts (
        lesson TEXT NOT NULL, step TEXT NOT NULL, text TEXT NOT NULL, at TEXT NOT NULL,
        PRIMARY KEY (lesson, step))""",
    """CREATE TABLE done (
        lesson TEXT NOT NULL, step TEXT NOT NULL, at TEXT NOT NULL,
        PRIMARY KEY (lesson, step))""",
    """CREATE TABLE answers (
        id INTEGER PRIMARY KEY, lesson TEXT NOT NULL, question TEXT NOT NULL, correct INTEGER NOT NULL,
        given TEXT NOT NULL, attempts INTEGER NOT NULL, hints INTEGER NOT NULL, seconds REAL NOT NULL,
        at TEXT NOT NULL)""",
    "CREATE INDEX answers_of_lesson ON answers (lesson, id)",
    "CREATE TABLE cards (card TEXT PRIMARY KEY, state TEXT NOT NULL)",
    """CREATE TABLE reviews (
        id INTEGER PRIMARY KEY, card TEXT NOT NULL REFERENCES cards (card) ON DELETE CASCADE,
        rating INTEGER NOT NULL CHECK (rating BETWEEN 1 AND 4), seconds REAL NOT NULL, at TEXT NOT NULL)""",
    "CREATE INDEX reviews_of_card ON reviews (card)",
    "CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL)",
    """CREATE TABLE runs (
        id INTEGER PRIMARY KEY, lesson TEXT NOT NULL, step TEXT NOT NULL, code TEXT NOT NULL,
        status TEXT NOT NULL, seconds REAL NOT NULL, series TEXT NOT NULL, at TEXT NOT NULL)""",
    "CREATE INDEX runs_of_step ON runs (lesson, step, id)",
)

V2 = (
    # The card before the review (as in `cards`, "" for a new one), to overrule or undo the review.
    "ALTER TABLE reviews ADD COLUMN before TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE reviews ADD COLUMN answer INTEGER REFERENCES answers (id) ON DELETE SET NULL",
    "CREATE TABLE suspended (card TEXT PRIMARY KEY, at TEXT NOT NULL)",
    """CREATE TABLE exams (
        id INTEGER PRIMARY KEY, parts TEXT NOT NULL, correct INTEGER NOT NULL, asked INTEGER NOT NULL,
        seconds REAL NOT NULL, allowed REAL NOT NULL, at TEXT NOT NULL)""",
)

TABLES = frozenset(
    {
        *("places", "drafts", "done", "answers", "cards", "reviews", "settings", "runs"),
        *("suspended", "exams"),
    }
)
VERSIONS: tuple[tuple[str, ...], ...] = (V1, V2)
LATEST = len(VERSIONS)


def version(connection: sqlite3.Connection) -> int:
    """The version of the tables in this file; 0: none yet."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def missing_tables(connection: sqlite3.Connection) -> frozenset[str]:
    """The tables a migrated file should have and has not; none for an older file."""
    if version(connection) != LATEST:
        return frozenset()
    rows = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    return TABLES - {row[0] for row in rows}


def migrate(
    connection: sqlite3.Connection,
    path: Path | None,
    versions: tuple[tuple[str, ...], ...] = VERSIONS,
) -> None:
    """Bring the tables up to date, all or nothing, after a backup of what is there.

    Raises StorageError for a file of a newer studytui (it is left as it is), sqlite3.Error.
    """
    found = version(connection)
    if found > len(versions):
        raise StorageError(f"{path} was written by a newer studytui; update studytui to use it")
    if found == len(versions):
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        # Another studytui may have done it while we waited.
        _bring_up_to_date(connection, path, versions)
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise


def _bring_up_to_date(
    connection: sqlite3.Connection, path: Path | None, versions: tuple[tuple[str, ...], ...]
) -> None:
    found = version(connection)
    if found == len(versions):
        return
    if found and path is not None:
        # By a connection that only reads: nobody can write in between, so the copy is what is migrated.
        reader = sqlite3.connect(path)
        try:
            back_up(reader, path, f"before-version-{found + 1}")
        finally:
            reader.close()
    for statements in versions[found:]:
        for statement in statements:
            connection.execute(statement)
    connection.execute(f"PRAGMA user_version = {len(versions)}")
