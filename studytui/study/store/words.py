"""SQLite's errors in the learner's words."""

from __future__ import annotations

import sqlite3

DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def code_of(error: BaseException) -> int:
    """SQLite's primary result code; 0 when the error has none."""
    return int(getattr(error, "sqlite_errorcode", 0) or 0) & 0xFF


def is_damage(error: BaseException) -> bool:
    """Whether it says that the file itself is broken (and not that it cannot be reached just now)."""
    return code_of(error) in DAMAGED


def in_words(error: BaseException) -> str:
    """What is wrong and what to do, without the file's name."""
    known = {
        sqlite3.SQLITE_FULL: "the disk is full; free some space",
        sqlite3.SQLITE_READONLY: "the folder or the file may not be written to",
        sqlite3.SQLITE_CANTOPEN: "the file cannot be opened in that folder",
        sqlite3.SQLITE_PERM: "the file may not be opened",
        sqlite3.SQLITE_BUSY: "another program has held the file for too long",
        sqlite3.SQLITE_LOCKED: "another program has held the file for too long",
        sqlite3.SQLITE_IOERR: "the disk could not be read or written (full, over quota, or gone)",
        sqlite3.SQLITE_CORRUPT: "the file is damaged; it is repaired at the next start",
        sqlite3.SQLITE_NOTADB: "the file is damaged; it is repaired at the next start",
    }
    if isinstance(error, OSError) and error.strerror:
        return error.strerror[0].lower() + error.strerror[1:]
    return known.get(code_of(error), str(error))
