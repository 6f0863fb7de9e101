"""One SQLite connection, set up to be safe: errors in words, writes in transactions of their own."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import RLock
from typing import Any

from studytui.errors import StorageError
from studytui.study.store.filesystem import on_network
from studytui.study.store.words import in_words

BUSY_MS = 3000
MEMORY = ":memory:"


def connect(path: Path | str) -> sqlite3.Connection:
    """A connection in autocommit mode, with foreign keys on. Raises sqlite3.Error.

    On a local disk it uses WAL, where readers never wait and a killed process loses nothing; on a network
    file system the rollback journal with full syncing, since WAL needs memory shared by all who open it.
    """
    connection = sqlite3.connect(
        str(path), timeout=BUSY_MS / 1000, isolation_level=None, check_same_thread=False
    )
    try:
        _configure(connection, path)
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _configure(connection: sqlite3.Connection, path: Path | str) -> None:
    connection.execute("PRAGMA foreign_keys = ON")
    if str(path) == MEMORY:
        return
    if on_network(Path(path).resolve().parent):
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute("PRAGMA synchronous = FULL")
        return
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")


class Database:
    """Runs statements; may be used from any thread. `path` is None for a database in memory."""

    def __init__(self, connection: sqlite3.Connection, path: Path | None) -> None:
        self.connection = connection
        self.path = path
        self._lock = RLock()
        self._file = _identity(path)

    def write(self, sql: str, values: Sequence[Any] = ()) -> None:
        """Carry out one statement and commit it. Raises StorageError."""
        with self.transaction():
            self.connection.execute(sql, values)

    def rows(self, sql: str, values: Sequence[Any] = ()) -> list[Any]:
        """All rows of a query. Raises StorageError."""
        with self._lock, self._worded("read"):
            self._follow()
            return self.connection.execute(sql, values).fetchall()

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """All statements within, or none of them; committed at the end. Raises StorageError.

        Within another transaction of the same thread it is a part of that one.
        """
        with self._lock, self._worded("saved"):
            if self._within():
                yield self.connection
                return
            self._follow()
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                yield self.connection
                self.connection.execute("COMMIT")
            except BaseException:
                if self._within():
                    self.connection.execute("ROLLBACK")
                raise

    def _follow(self) -> None:
        """Go on in the file that another studytui has put in place of ours: what is written to the old one,
        set aside or deleted, nobody would ever see again."""
        now = _identity(self.path)
        if self.path is None or now == self._file or self._within():
            return
        if now is None:
            raise StorageError(f"{self.path} is gone; start studytui again to begin a new one")
        self.connection.close()
        self.connection, self._file = connect(self.path), now

    def _within(self) -> bool:
        return self.connection.in_transaction

    def close(self) -> None:
        """Close the file; nothing is left to be saved."""
        with self._lock:
            self.connection.close()

    @contextmanager
    def _worded(self, what: str) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise StorageError(
                f"progress could not be {what}: {self.path or 'memory'}: {in_words(error)}"
            ) from error


def _identity(path: Path | None) -> tuple[int, int] | None:
    """What tells a file from another of the same name; None: there is none."""
    try:
        found = path.stat() if path is not None else None
    except OSError:
        return None
    return (found.st_dev, found.st_ino) if found is not None else None
