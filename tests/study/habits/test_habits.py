"""Streak, retention and forecast, from real histories."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studytui.study.habits.forecast import forecast
from studytui.study.habits.plots import forecast_chart, retention_chart
from studytui.study.habits.retention import Retention, by_week, retention
from studytui.study.habits.streak import Streak, streak, waiting_days
from studytui.study.schedule.card import Rating
from studytui.study.schedule.review import review
from studytui.study.store import ReviewRecord

TODAY = date(2026, 3, 31)
NOW = datetime(2026, 3, 31, 12, tzinfo=UTC)


def days(pattern: str) -> set[date]:
    """The days of a pattern that ends today: "x.x" is today and the day before yesterday."""
    return {TODAY - timedelta(days=back) for back, sign in enumerate(reversed(pattern)) if sign == "x"}


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("", Streak(0, 0, False)),
        ("x", Streak(1, 0, True)),
        ("xxx.", Streak(3, 0, False)),
        ("xx.x", Streak(3, 1, True)),
        ("xxx..", Streak(3, 1, False)),
        ("xxx..x", Streak(1, 0, True)),
        ("xx.x.x", Streak(2, 1, True)),
        ("xx.xxxxxx.x", Streak(9, 2, True)),
        ("xx.xxxxx.x", Streak(6, 1, True)),
        ("x...", Streak(0, 0, False)),
    ],
)
def test_one_missed_day_in_seven_is_forgiven(pattern: str, found: Streak) -> None:
    assert streak(days(pattern), TODAY) == found


def test_a_day_with_nothing_due_is_no_miss() -> None:
    learned = days("xx....x")
    due = TODAY - timedelta(days=3)
    assert streak(learned, TODAY, frozenset()) == Streak(3, 0, True)
    assert streak(learned, TODAY, waiting_days([(due, TODAY)])) == Streak(1, 0, True)
    assert waiting_days([(due, due + timedelta(days=2)), (TODAY, due)]) == {due, due + timedelta(days=1)}


@given(st.sets(st.integers(0, 40)))
def test_a_streak_counts_learned_days_only(back: set[int]) -> None:
    learned = {TODAY - timedelta(days=day) for day in back}
    found = streak(learned, TODAY)
    assert found.days <= len(learned)
    assert found.forgiven <= max(0, found.days // 6 + 1)
    assert streak(learned | {TODAY}, TODAY).days >= found.days


def history() -> list[ReviewRecord]:
    """Learned on one day, asked again when due: known, then forgotten."""
    card = review("a/q", Rating.EASY, NOW - timedelta(days=40), fuzz=False)
    records = [ReviewRecord("a/q", Rating.EASY, 1.0, NOW - timedelta(days=40), None)]
    for rating in (Rating.GOOD, Rating.AGAIN):
        records.append(ReviewRecord("a/q", rating, 1.0, card.due, card))
        card = review(card, rating, card.due, fuzz=False)
    records.append(ReviewRecord("a/q", Rating.GOOD, 1.0, card.due, card))
    return records


def test_retention_counts_reviews_of_learned_cards_only() -> None:
    found = retention(history())
    assert (found.reviewed, found.recalled, found.share) == (2, 1, 0.5)
    assert found.expected == pytest.approx(0.9, abs=0.01)
    assert retention(history(), NOW + timedelta(days=99)) == Retention(0, 0, 0.0)
    assert retention([]).share == 0.0
    weeks = by_week(history())
    assert sum(week.reviewed for week in weeks.values()) == 2
    assert list(weeks) == sorted(weeks)
    assert all(monday.weekday() == 0 for monday in weeks)


def test_the_forecast_puts_what_is_overdue_on_today_and_repeats_what_is_forgotten() -> None:
    old = review("a/old", Rating.EASY, NOW - timedelta(days=300), fuzz=False)
    later = review("a/later", Rating.EASY, NOW, fuzz=False)
    counts = forecast([old, later], NOW, 30)
    assert counts[0] == 1.0
    assert counts[(later.due.date() - TODAY).days] >= 1.0
    assert sum(counts) >= 2.0
    assert forecast([], NOW, 3) == (0.0, 0.0, 0.0)
    assert counts == forecast([old, later], NOW, 30)


def test_the_plots_show_days_and_weeks_with_enough_reviews() -> None:
    chart = forecast_chart((3.0, 0.0, 1.0), TODAY)
    assert [tick.label for tick in chart.x_ticks or ()] == ["31 Mar", "01 Apr", "02 Apr"]
    weeks = {TODAY + timedelta(days=7 * n): Retention(4 + n, 4, 0.9) for n in range(3)}
    known = retention_chart(weeks).lines[0]
    assert known.ys == pytest.approx((80.0, 400 / 6))
