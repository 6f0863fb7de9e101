"""An answer and its review are kept together, overruled without a trace, and undone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from studytui.study.recorder import Recorder
from studytui.study.schedule.card import CardState, Phase, Rating
from studytui.study.schedule.leech import LAPSES, is_leech
from studytui.study.schedule.review import review
from studytui.study.store import AnswerRecord, Store

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store.open(tmp_path / "study.db")
    yield opened
    opened.close()


def answered(right: bool = True, attempts: int = 1, hints: int = 0) -> AnswerRecord:
    return AnswerRecord("views", "leaf", right, "yes", attempts, hints, 20.0, NOW)


def test_the_rating_follows_from_what_happened_or_is_given(store: Store) -> None:
    recorder = Recorder(store, lambda: NOW)
    assert recorder.settle(answered()).rating is Rating.GOOD
    assert recorder.settle(answered(hints=1)).rating is Rating.HARD
    assert recorder.settle(answered(right=False)).rating is Rating.AGAIN
    assert recorder.settle(answered(), Rating.EASY).rating is Rating.EASY
    assert [each.rating for each in store.reviews()] == [Rating.GOOD, Rating.HARD, Rating.AGAIN, Rating.EASY]
    assert len(store.answers("views")) == 4


def test_overruling_replaces_the_rating(store: Store, tmp_path: Path) -> None:
    recorder = Recorder(store, lambda: NOW)
    recorder.settle(answered())
    kept = recorder.overrule(recorder.overrule(recorder.settle(answered()), Rating.AGAIN), Rating.EASY)
    assert [each.rating for each in Store.open(tmp_path / "study.db").reviews()] == [Rating.GOOD, Rating.EASY]
    assert store.card("views/leaf") == kept.after
    assert kept.after.reviews == 2
    assert kept.after.phase is Phase.REVIEW


def test_undo_takes_back_review_and_answer_one_by_one(store: Store) -> None:
    recorder = Recorder(store, lambda: NOW)
    first = recorder.settle(answered())
    second = recorder.overrule(recorder.settle(answered(right=False)), Rating.HARD)
    assert recorder.undo() == second
    assert store.card("views/leaf") == first.after
    assert recorder.undo() == first
    assert (store.cards(), store.reviews(), store.answers("views")) == ({}, (), ())
    assert recorder.undo() is None


def test_what_another_app_did_since_is_not_undone(store: Store, tmp_path: Path) -> None:
    mine, other = Recorder(store, lambda: NOW), Store.open(tmp_path / "study.db")
    kept = mine.settle(answered())
    theirs = Recorder(other, lambda: NOW + timedelta(days=3)).settle(answered())
    mine.overrule(kept, Rating.AGAIN)
    assert store.card("views/leaf") == theirs.after
    assert [each.rating for each in store.reviews()] == [Rating.AGAIN, Rating.GOOD]
    mine.undo()
    assert store.card("views/leaf") == theirs.after
    other.close()


def test_attempts_are_kept_before_the_answer_is_settled(store: Store) -> None:
    recorder = Recorder(store, lambda: NOW)
    recorder.attempt(answered(right=False))
    recorder.attempt(answered(attempts=2))
    kept = recorder.settle(answered(attempts=2), again=True)
    assert kept.rating is Rating.HARD
    assert [each.right for each in store.answers("views")] == [False, True]
    assert len(store.reviews()) == 1


def test_a_card_forgotten_again_and_again_is_a_leech() -> None:
    card: CardState | str = "views/leaf"
    now = NOW
    for _ in range(LAPSES):
        while not isinstance(card, CardState) or card.phase is not Phase.REVIEW:
            card = review(card, Rating.GOOD, now)
            now = card.due
        assert not is_leech(card)
        card = review(card, Rating.AGAIN, now)
    assert isinstance(card, CardState)
    assert is_leech(card)
