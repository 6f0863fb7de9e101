"""Take a document into the store: what is there already is not doubled, the newer state wins."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from msgspec import Struct

from studytui.errors import StorageError
from studytui.study.schedule.card import CardState, from_json, to_json
from studytui.study.store import Store
from studytui.study.store.backup import back_up
from studytui.study.transfer.document import Document, DraftRow, PlaceRow, Row


class Merged(Struct, frozen=True):
    """What was new."""

    steps: int
    answers: int
    reviews: int
    cards: int
    """New, or newer than ours."""


def merge(store: Store, document: Document) -> Merged:
    """All of it or nothing, after a backup. Raises StorageError."""
    database = store.database
    if database.path is not None:
        try:
            back_up(database.connection, database.path, "before-import")
        except (OSError, sqlite3.Error) as error:
            raise StorageError(f"nothing was imported: no backup could be made: {error}") from error
    with database.transaction() as connection:
        steps = sum(
            _changed(
                connection,
                "INSERT INTO done VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                (row.lesson, row.step, row.at),
            )
            for row in document.done
        )
        _drafts(connection, document.drafts)
        _places(connection, document.places)
        cards = sum(_card(connection, card) for card in document.cards)
        answers, ids = _answers(connection, document)
        reviews = _reviews(connection, document, ids)
        for name, rows in (("runs", document.runs), ("exams", document.exams)):
            for row in rows:
                _once(connection, name, row)
        for each in document.suspended:
            connection.execute("INSERT OR IGNORE INTO suspended VALUES (?, ?)", (each.card, each.at))
    return Merged(steps, answers, reviews, cards)


def _drafts(connection: sqlite3.Connection, drafts: Sequence[DraftRow]) -> None:
    sql = (
        "INSERT INTO drafts VALUES (?, ?, ?, ?) ON CONFLICT (lesson, step) DO UPDATE SET "
        "text = excluded.text, at = excluded.at WHERE excluded.at > drafts.at"
    )
    connection.executemany(sql, [(row.lesson, row.step, row.text, row.at) for row in drafts])


def _places(connection: sqlite3.Connection, places: Sequence[PlaceRow]) -> None:
    """Older than any of ours: row ids are in the order of visits."""
    sql = (
        "INSERT OR IGNORE INTO places (rowid, lesson, screen, step, line, column, scroll) "
        "VALUES ((SELECT coalesce(min(rowid), 0) - 1 FROM places), ?, ?, ?, ?, ?, ?)"
    )
    for row in reversed(places):
        connection.execute(sql, (row.lesson, row.screen, row.step, row.line, row.column, row.scroll))


def _card(connection: sqlite3.Connection, card: CardState) -> bool:
    row = connection.execute("SELECT state FROM cards WHERE card = ?", (card.card,)).fetchone()
    if row is not None and not _newer(card, row[0]):
        return False
    connection.execute(
        "INSERT INTO cards VALUES (?, ?) ON CONFLICT (card) DO UPDATE SET state = excluded.state",
        (card.card, to_json(card)),
    )
    return True


def _newer(card: CardState, ours: str) -> bool:
    try:
        return card.last_review > from_json(ours).last_review
    except StorageError:
        return True  # ours cannot be read


def _answers(connection: sqlite3.Connection, document: Document) -> tuple[int, list[int]]:
    """How many were new, and the id that each has in the store."""
    found = [_once(connection, "answers", row) for row in document.answers]
    return sum(new for new, _ in found), [row_id for _, row_id in found]


def _reviews(connection: sqlite3.Connection, document: Document, answers: Sequence[int]) -> int:
    new = 0
    for row in document.reviews:
        same = "SELECT 1 FROM reviews WHERE card = ? AND rating = ? AND seconds = ? AND at = ?"
        values = (row.card, row.rating, row.seconds, row.at)
        if connection.execute(same, values).fetchone() is None:
            before = to_json(row.before) if row.before else ""
            answer = None if row.answer is None else answers[row.answer]
            columns = "card, rating, seconds, at, before, answer"
            sql = f"INSERT INTO reviews ({columns}) VALUES (?, ?, ?, ?, ?, ?)"
            connection.execute(sql, (*values, before, answer))
            new += 1
    return new


def _once(connection: sqlite3.Connection, table: str, row: Row) -> tuple[bool, int]:
    """Add a row unless the same one is there; whether it was new, and its id."""
    columns = row.__struct_fields__
    values = [getattr(row, column) for column in columns]
    same = " AND ".join(f"{column} = ?" for column in columns)
    found = connection.execute(f"SELECT id FROM {table} WHERE {same}", values).fetchone()
    if found is not None:
        return False, int(found[0])
    places = ", ".join("?" * len(columns))
    sql = f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({places})"
    return True, int(connection.execute(sql, values).lastrowid or 0)


def _changed(connection: sqlite3.Connection, sql: str, values: Sequence[object]) -> bool:
    return connection.execute(sql, values).rowcount > 0
