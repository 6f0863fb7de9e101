"""What the store holds, as a document."""

from __future__ import annotations

from datetime import datetime
from typing import Any, TypeVar

import msgspec

from studytui.errors import StorageError
from studytui.study.schedule.card import CardState, from_json
from studytui.study.store import Store
from studytui.study.store.table import stamp
from studytui.study.transfer import document
from studytui.study.transfer.document import FORMAT, VERSION, Document, ReviewRow

AnyRow = TypeVar("AnyRow", bound=document.Row)


def dump(store: Store, now: datetime | None = None) -> Document:
    """Everything, in the order of the store; of one moment, even while another app writes. Raises
    StorageError."""
    with store.database.transaction():
        places = {row_id: place for place, (row_id,) in enumerate(_rows(store, "id", "answers", "id"))}
        return Document(
            format=FORMAT,  # type: ignore[arg-type]  # the one value the type allows
            version=VERSION,
            exported=stamp(now),
            done=_table(store, "done", document.DoneRow, "at, lesson, step"),
            drafts=_table(store, "drafts", document.DraftRow, "lesson, step"),
            places=_table(store, "places", document.PlaceRow, "rowid"),
            answers=_table(store, "answers", document.AnswerRow, "id"),
            cards=tuple(store.cards().values()),
            reviews=_reviews(store, places),
            runs=_table(store, "runs", document.RunRow, "id"),
            suspended=_table(store, "suspended", document.SuspendedRow, "card"),
            exams=_table(store, "exams", document.ExamRow, "id"),
        )


def to_json(found: Document) -> bytes:
    """The document as text, one row a line, so that it can be looked at and compared."""
    rows: dict[str, Any] = msgspec.to_builtins(found)
    parts = [f"{_json(key)}: {_lines(value)}" for key, value in rows.items()]
    return ("{\n" + ",\n".join(parts) + "\n}\n").encode()


def _table(store: Store, name: str, row: type[AnyRow], order: str) -> tuple[AnyRow, ...]:
    columns = row.__struct_fields__
    found = _rows(store, ", ".join(columns), name, order)
    return tuple(
        msgspec.convert(dict(zip(columns, values, strict=True)), row, strict=False) for values in found
    )


def _rows(store: Store, columns: str, table: str, order: str) -> list[Any]:
    return store.database.rows(f"SELECT {columns} FROM {table} ORDER BY {order}")


def _reviews(store: Store, places: dict[int, int]) -> tuple[ReviewRow, ...]:
    """Reviews of cards that can be read; an answer is named by its place in the document."""
    known = store.cards()
    return tuple(
        ReviewRow(card, rating, seconds, at, _before(state), places.get(answer))
        for card, rating, seconds, at, state, answer in _rows(
            store, "card, rating, seconds, at, before, answer", "reviews", "id"
        )
        if card in known
    )


def _before(state: str) -> CardState | None:
    try:
        return from_json(state) if state else None
    except StorageError:
        return None  # as `Store.reviews` does: one unreadable state must not keep the others here


def _lines(value: Any) -> str:
    if not isinstance(value, list | tuple) or not value:
        return _json(value)
    return "[\n" + ",\n".join(_json(row) for row in value) + "\n]"


def _json(value: Any) -> str:
    return msgspec.json.encode(value).decode()
