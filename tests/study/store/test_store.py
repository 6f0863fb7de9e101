"""What is written is there after reopening, and for another app at once."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studytui.errors import StorageError
from studytui.study.schedule.card import Rating, card_id
from studytui.study.schedule.review import review
from studytui.study.store import AnswerRecord, Place, RunRecord, SeriesSummary, Store
from studytui.study.store.runs import PER_STEP

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53), 2**53)
    | st.floats(allow_nan=False, allow_infinity=False)
    | TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
    max_leaves=6,
)


def test_a_new_store_is_empty_and_saves(store: Store) -> None:
    assert store.saves
    assert store.notice == ""
    assert store.place() is None
    assert store.draft("gradients", "run") is None
    assert store.all_done() == {}
    assert store.cards() == {}


def test_the_last_place_wins_whatever_the_clock(store: Store, path: Path) -> None:
    first = Place("lesson", "gradients", "backward", line=3, column=8, scroll=2)
    second = Place("lesson", "tensors", "shapes")
    for place in (first, second):
        store.remember_place(place)
    assert store.place() == second
    store.remember_place(first)
    assert Store.open(path).place() == first
    assert store.place("tensors") == second
    assert store.place("unknown") is None


def test_two_apps_see_each_others_work(store: Store, path: Path) -> None:
    other = Store.open(path)
    store.mark_done("gradients", "a")
    other.mark_done("gradients", "b")
    other.mark_done("gradients", "b")
    other.mark_done("tensors", "a")
    assert store.all_done() == {"gradients": frozenset("ab"), "tensors": frozenset("a")}
    assert other.done("gradients") == frozenset("ab")


def test_threads_may_share_a_store(store: Store) -> None:
    with ThreadPoolExecutor(4) as pool:
        for worker in range(4):
            for number in range(50):
                pool.submit(store.mark_done, f"lesson-{worker}", str(number))
                pool.submit(store.record_run, RunRecord("gradients", "run", "x", "ok", 0.1))
    assert {lesson: len(steps) for lesson, steps in store.all_done().items()} == {
        f"lesson-{i}": 50 for i in range(4)
    }
    assert len(store.runs("gradients", "run")) == PER_STEP


def test_drafts_are_kept_until_dropped(store: Store) -> None:
    store.save_draft("gradients", "run", "x = 1")
    store.save_draft("gradients", "run", "x = 2\n")
    store.save_draft("", "scratch", "")
    assert store.draft("gradients", "run") == "x = 2\n"
    assert store.draft("", "scratch") == ""
    assert store.drafts("gradients") == {"run": "x = 2\n"}
    store.drop_draft("gradients", "run")
    assert store.draft("gradients", "run") is None


def test_starting_over_forgets_steps_and_drafts_but_not_cards(store: Store) -> None:
    store.mark_done("gradients", "a")
    store.save_draft("gradients", "a", "x")
    card = review(card_id("gradients", "q"), Rating.GOOD, NOW)
    store.save_card(card, Rating.GOOD)
    store.start_over("gradients")
    assert store.done("gradients") == frozenset()
    assert store.draft("gradients", "a") is None
    assert store.card(card.card) == card


def test_answers_come_back_in_order_and_whole(store: Store, path: Path) -> None:
    given = [
        AnswerRecord("gradients", "q1", False, "[3]", 1, 0, 2.5, NOW),
        AnswerRecord("gradients", "q1", True, "[1, 3]", 2, 1, 7.0, NOW + timedelta(seconds=9)),
    ]
    for answer in given:
        store.record_answer(answer)
    assert Store.open(path).answers("gradients") == tuple(given)
    assert store.answers("tensors") == ()


def test_a_card_is_saved_with_its_reviews(store: Store, path: Path) -> None:
    card = review("gradients/q", Rating.GOOD, NOW)
    store.save_card(card, Rating.GOOD, 4.0)
    later = review(card, Rating.AGAIN, NOW + timedelta(days=3))
    store.save_card(later, Rating.AGAIN)
    assert Store.open(path).cards() == {"gradients/q": later}
    assert store.reviews_per_day() == {"2026-03-01": 1, "2026-03-04": 1}
    store.forget_card("gradients/q")
    assert store.cards() == {}
    assert store.reviews_per_day() == {}


def test_one_unreadable_card_does_not_hide_the_others(store: Store) -> None:
    card = review("gradients/q", Rating.GOOD, NOW)
    store.save_card(card, Rating.GOOD)
    store.database.write("INSERT INTO cards VALUES ('bad/card', '{nonsense')")
    assert store.cards() == {"gradients/q": card}
    with pytest.raises(StorageError, match="cannot be read"):
        store.card("bad/card")


def test_only_the_last_runs_of_a_step_are_kept(store: Store) -> None:
    loss = SeriesSummary("loss", 2000, 12.3, 8.8, 8.79, None)
    for number in range(PER_STEP + 7):
        store.record_run(RunRecord("gradients", "run", f"x = {number}", "ok", 0.01, (loss,), NOW))
    store.record_run(RunRecord("gradients", "other", "y", "error", 0.5))
    kept = store.runs("gradients", "run")
    assert len(kept) == PER_STEP
    assert kept[0] == RunRecord("gradients", "run", f"x = {PER_STEP + 6}", "ok", 0.01, (loss,), NOW)
    assert len(store.runs("gradients", "other")) == 1


@given(st.dictionaries(TEXT, JSON, max_size=4))
@settings(max_examples=40, deadline=None)
def test_any_setting_comes_back(values: dict[str, Any]) -> None:
    store = Store.in_memory("")
    for key, value in values.items():
        store.set_setting(key, value)
    assert {key: store.setting(key) for key in values} == values
    assert store.setting("never-set", "default") == "default"
    store.close()


@given(st.lists(st.tuples(TEXT, TEXT, TEXT), max_size=6))
@settings(max_examples=40, deadline=None)
def test_any_text_survives_as_a_draft(drafts: list[tuple[str, str, str]]) -> None:
    store = Store.in_memory("")
    for lesson, step, text in drafts:
        store.save_draft(lesson, step, text)
    newest = {(lesson, step): text for lesson, step, text in drafts}
    assert {key: store.draft(*key) for key in newest} == newest
    store.close()
