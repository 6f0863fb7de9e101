"""Export and import: nothing is lost, nothing is doubled, and a bad file changes nothing."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studytui.course.library import Library
from studytui.course.questions import Curve
from studytui.errors import UsageError
from studytui.folders import bundled_lessons
from studytui.study.recorder import Recorder
from studytui.study.schedule.card import Rating
from studytui.study.schedule.deck import deck
from studytui.study.store import AnswerRecord, ExamRecord, Place, RunRecord, SeriesSummary, Store
from studytui.study.store.backup import is_whole
from studytui.study.transfer.anki import HEAD, anki_text
from studytui.study.transfer.document import Document, read_document
from studytui.study.transfer.dump import dump, to_json
from studytui.study.transfer.merge import Merged, merge

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
EVENTS = st.lists(st.tuples(st.sampled_from("ab"), TEXT, st.sampled_from(Rating)), max_size=8)


def filled(store: Store, events: list[tuple[str, str, Rating]], start: datetime = NOW) -> Store:
    for number, (lesson, text, rating) in enumerate(events):
        now = start + timedelta(days=number)
        answer = AnswerRecord(lesson, f"q{len(text) % 3}", rating > 1, text, hints=number, at=now)
        Recorder(store, lambda now=now: now).settle(answer, rating)  # type: ignore[misc]
        store.save_draft(lesson, text, text * 2)
        store.mark_done(lesson, f"s{number}")
        store.remember_place(Place("lesson", lesson, text, number))
    return store


def everything(store: Store) -> Document:
    return msgspec.structs.replace(dump(store, NOW), exported="")


def copied(store: Store, into: Store) -> Merged:
    return merge(into, read_document(to_json(dump(store)), "file"))


@given(EVENTS)
@settings(max_examples=40, deadline=None)
def test_an_export_taken_in_elsewhere_is_the_same(events: list[tuple[str, str, Rating]]) -> None:
    first, second = filled(Store.in_memory(""), events), Store.in_memory("")
    new = copied(first, second)
    assert everything(second) == everything(first)
    assert (new.answers, new.reviews, new.steps) == (len(events), len(events), len(events))
    assert second.place() == first.place()
    assert copied(first, second) == Merged(0, 0, 0, 0)
    assert everything(second) == everything(first)
    first.close()
    second.close()


@given(EVENTS, EVENTS)
@settings(max_examples=30, deadline=None)
def test_two_machines_come_to_the_same_history(
    here: list[tuple[str, str, Rating]], there: list[tuple[str, str, Rating]]
) -> None:
    one = filled(Store.in_memory(""), here)
    two = filled(Store.in_memory(""), there, NOW + timedelta(hours=5))
    copied(one, two)
    copied(two, one)
    assert one.cards() == two.cards()
    assert one.reviews() == two.reviews()
    assert len(one.reviews()) == len(here) + len(there)
    assert one.all_done() == two.all_done()
    assert sorted(map(repr, one.answers("a"))) == sorted(map(repr, two.answers("a")))
    one.close()
    two.close()


def test_every_table_travels_and_the_store_is_backed_up_first(tmp_path: Path) -> None:
    store = filled(Store.open(tmp_path / "one" / "study.db"), [("a", "text\twith\n", Rating.HARD)])
    store.record_run(
        RunRecord("a", "s", "x = 1", "ok", 0.5, (SeriesSummary("loss", 1, 1.0, 1.0, 1.0, None),))
    )
    store.record_exam(ExamRecord(("Tensors",), 3, 4, 60.0, 90.0, NOW))
    store.suspend("a/q1")
    store.set_setting("theme", "dark")
    other = Store.open(tmp_path / "two" / "study.db")
    copied(store, other)
    assert everything(other) == everything(store)
    assert other.runs("a", "s") == store.runs("a", "s")
    assert (other.exams(), other.suspended()) == (store.exams(), {"a/q1"})
    assert other.setting("theme") is None
    assert is_whole(tmp_path / "two" / "backups" / "study-before-import.db")
    for each in (store, other):
        each.close()


def test_the_newer_card_and_draft_win() -> None:
    old = filled(Store.in_memory(""), [("a", "", Rating.AGAIN)])
    new = filled(Store.in_memory(""), [("a", "", Rating.EASY)], NOW + timedelta(days=3))
    mine = new.card("a/q0")
    assert copied(old, new).cards == 0
    assert new.card("a/q0") == mine
    assert copied(new, old).cards == 1
    assert old.card("a/q0") == mine


BROKEN = {
    "nothing": b"",
    "no JSON": b"{",
    "another document": b'{"format": "other", "version": 1}',
    "binary": b"\xff\xfe\x00",
    "newer": b'{"format": "studytui-progress", "version": 99}',
    "unknown rows": b'{"format": "studytui-progress", "version": 1, "exported": '
    b'"2026-03-01T12:00:00+00:00", "extra": []}',
    "a bad time": b'{"format": "studytui-progress", "version": 1, "exported": '
    b'"2026-03-01T12:00:00+00:00", "done": [{"lesson": "a", "step": "b", "at": "yesterday"}]}',
    "a review of no card": b'{"format": "studytui-progress", "version": 1, "exported": '
    b'"2026-03-01T12:00:00+00:00", "reviews": [{"card": "a/b", "rating": 3, "seconds": 1, '
    b'"at": "2026-03-01T12:00:00+00:00", "before": null, "answer": null}]}',
}


@pytest.mark.parametrize("what", BROKEN)
def test_a_bad_file_is_refused_in_one_line(what: str) -> None:
    with pytest.raises(UsageError, match=r"^backup\.json ") as error:
        read_document(BROKEN[what], "backup.json")
    assert "\n" not in str(error.value)


def test_anki_gets_a_line_a_card_with_all_columns() -> None:
    sources = list(deck(Library.open(bundled_lessons()).lessons).values())
    lines = anki_text(sources).splitlines()
    assert tuple(lines[: len(HEAD)]) == HEAD
    rows = [line.split("\t") for line in lines[len(HEAD) :]]
    assert len(rows) == sum(not isinstance(source.question, Curve) for source in sources)
    assert {len(row) for row in rows} == {4}
    assert all(row[0] and row[1] and row[2] for row in rows)
    assert len({row[0] for row in rows}) == len(rows)
    assert not any(" " in row[3] for row in rows)
    assert "$" not in "".join(row[1] for row in rows if "derivative" in row[0])
