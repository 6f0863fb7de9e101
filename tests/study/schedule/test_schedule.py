"""Cards come back when they are about to be forgotten."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studytui.course.model import Exercise, Explain, Lesson, Quiz
from studytui.course.questions import TensorCheck, TrueFalse
from studytui.errors import StorageError
from studytui.study.schedule.card import CardState, Phase, Rating, card_id, from_json, to_json
from studytui.study.schedule.deck import deck
from studytui.study.schedule.queue import count_due, due, known_cards, new_cards
from studytui.study.schedule.rating import suggest
from studytui.study.schedule.review import preview, retrievability, review

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
RATINGS = st.lists(st.tuples(st.sampled_from(Rating), st.floats(0.001, 400)), min_size=1, max_size=12)


def learned(rating: Rating = Rating.GOOD) -> CardState:
    """A card that has left the learning steps."""
    card, now = review("gradients/q", rating, NOW, fuzz=False), NOW
    while card.phase is not Phase.REVIEW:
        now = card.due
        card = review(card, Rating.GOOD, now, fuzz=False)
    return card


def test_better_answers_come_back_later() -> None:
    again, hard, good, easy = (preview(learned(), NOW + timedelta(days=10))[rating] for rating in Rating)
    assert again < hard < good < easy


def test_forgetting_a_learned_card_counts_as_a_lapse() -> None:
    card = review(learned(), Rating.AGAIN, NOW + timedelta(days=30))
    assert (card.phase, card.lapses) == (Phase.RELEARNING, 1)
    assert card.introduced == NOW
    assert card.due < NOW + timedelta(days=31)


def test_the_chance_of_recall_falls_to_ninety_percent_when_it_is_due() -> None:
    card = learned()
    chances = [retrievability(card, card.last_review + timedelta(days=days)) for days in (0, 5, 50, 500)]
    assert chances == sorted(chances, reverse=True)
    assert retrievability(card, card.last_review + timedelta(days=card.stability)) == pytest.approx(
        0.9, abs=0.02
    )


def test_a_time_zone_is_needed_and_any_will_do() -> None:
    with pytest.raises(ValueError, match="time zone"):
        review("gradients/q", Rating.GOOD, datetime(2026, 3, 1, 12))
    there = NOW.astimezone(timezone(timedelta(hours=9)))
    assert review("gradients/q", Rating.GOOD, there, fuzz=False) == review(
        "gradients/q", Rating.GOOD, NOW, fuzz=False
    )


@given(RATINGS)
@settings(max_examples=60, deadline=None)
def test_any_history_round_trips_through_json(history: list[tuple[Rating, float]]) -> None:
    card: str | CardState = card_id("gradients", "q")
    now = NOW
    for rating, days in history:
        now += timedelta(days=days)
        card = review(card, rating, now)
        assert card.due > now
        assert from_json(to_json(card)) == card
    assert isinstance(card, CardState)
    assert card.reviews == len(history)


def test_unreadable_json_is_told_in_words() -> None:
    with pytest.raises(StorageError, match="a saved card cannot be read"):
        from_json('{"card": 3}')


def test_the_most_forgotten_card_is_asked_first() -> None:
    fresh, old = learned(Rating.EASY), learned(Rating.HARD)
    cards = [
        CardState(**{**{name: getattr(card, name) for name in card.__struct_fields__}, "card": name_})
        for name_, card in (("a/easy", fresh), ("b/hard", old))
    ]
    later = NOW + timedelta(days=4000)
    assert [card.card for card in due(cards, later)] == ["b/hard", "a/easy"]
    assert count_due(cards, later) == 2
    assert due(cards, NOW - timedelta(days=1)) == ()
    assert known_cards(cards, {"a/easy"}) == (cards[0],)


def test_only_so_many_new_cards_a_day() -> None:
    seen = {f"a/q{i}": review(f"a/q{i}", Rating.GOOD, NOW - timedelta(hours=i * 20)) for i in range(3)}
    ids = [f"a/q{i}" for i in range(8)]
    assert new_cards(ids, seen, NOW, limit=3) == ("a/q3", "a/q4")
    assert new_cards(ids, seen, NOW + timedelta(days=1), limit=3) == ("a/q3", "a/q4", "a/q5")
    assert new_cards(ids, seen, NOW, limit=1) == ()


@pytest.mark.parametrize(
    ("rating", "happened"),
    [
        (Rating.AGAIN, {"right": False}),
        (Rating.AGAIN, {"right": True, "attempts": 4}),
        (Rating.AGAIN, {"right": True, "hints": 3}),
        (Rating.HARD, {"right": True, "attempts": 2, "seconds": 2.0}),
        (Rating.HARD, {"right": True, "hints": 1}),
        (Rating.HARD, {"right": True, "seconds": 91.0}),
        (Rating.GOOD, {"right": True, "seconds": 20.0}),
        (Rating.GOOD, {"right": True}),
        (Rating.EASY, {"right": True, "seconds": 8.0}),
    ],
)
def test_the_suggested_rating(rating: Rating, happened: dict[str, float]) -> None:
    assert suggest(**happened) is rating  # type: ignore[arg-type]


def test_every_question_and_exercise_is_a_card() -> None:
    claim = TrueFalse(id="leaf", prompt="Is it?", answer=True, check="True")
    exercise = Exercise(id="fit", prompt="Do", starter="x", solution="y", grade=(TensorCheck(expr="w"),))
    steps = (Explain(id="read", text="x"), Quiz(id="quiz", questions=(claim,)), exercise)
    lesson = Lesson(id="gradients", title="G", part="P", minutes=1, objectives=("o",), steps=steps)
    cards = deck([lesson])
    assert list(cards) == ["gradients/leaf", "gradients/fit"]
    assert (cards["gradients/leaf"].step, cards["gradients/fit"].question) == ("quiz", exercise)


def test_the_scheduler_is_loaded_on_first_use_only() -> None:
    code = (
        "import sys, studytui.study.store, studytui.study.schedule.queue, studytui.study.schedule.review, "
        "studytui.study.grading.grade; print([m for m in ('fsrs', 'torch', 'numpy') if m in sys.modules])"
    )
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert shown.stdout.strip() == "[]"
