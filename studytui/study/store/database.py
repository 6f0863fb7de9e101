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

    def write(self, sql: str, values: Sequence[Any] = ()) -> None:
        """Carry out one statement and commit it. Raises StorageError."""
        with self.transaction():
            self.connection.execute(sql, values)

    def rows(self, sql: str, values: Sequence[Any] = ()) -> list[Any]:
        """All rows of a query. Raises StorageError."""
        with self._lock, self._worded("read"):
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
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                yield self.connection
                self.connection.execute("COMMIT")
            except BaseException:
                if self._within():
                    self.connection.execute("ROLLBACK")
                raise

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
