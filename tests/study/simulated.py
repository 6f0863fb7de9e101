"""A learner who forgets as FSRS says, studying the whole course with the product's own parts.

`python -m tests.study.simulated [DAYS LEARNERS]` prints the figures and the plots.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from random import Random
from statistics import stdev

from studytui.course.library import Library
from studytui.course.model import Lesson
from studytui.folders import bundled_lessons
from studytui.plot import Chart, Line, Tick, draw
from studytui.study.decks.due_review import due_review
from studytui.study.decks.known import look
from studytui.study.habits.forecast import forecast
from studytui.study.habits.plots import retention_chart
from studytui.study.habits.retention import Retention, by_week, retention
from studytui.study.recorder import Recorder
from studytui.study.schedule.card import Phase
from studytui.study.schedule.deck import CardSource
from studytui.study.schedule.review import retrievability
from studytui.study.store import AnswerRecord, Store

BEGIN = datetime(2026, 1, 1, 8, tzinfo=UTC)
EVENING = timedelta(hours=12)


@dataclass
class Learner:
    """Reviews every day until nothing is due; recalls a learned card with the chance FSRS gives it."""

    lessons: Sequence[Lesson]
    store: Store
    now: datetime = BEGIN
    chance: Random = field(default_factory=Random)
    counts: list[int] = field(default_factory=list)
    """Cards that came due, a day; new ones not counted."""

    def read_everything(self) -> None:
        """All lessons are read, so that new cards are offered."""
        for lesson in self.lessons:
            for step in lesson.steps:
                self.store.mark_done(lesson.id, step.id)

    def study(self, days: int) -> None:
        """Day by day."""
        recorder = Recorder(self.store, lambda: self.now)
        for _ in range(days):
            seen: set[str] = set()
            evening = self.now + EVENING
            while self.now < evening and (asked := due_review(look(self.lessons, self.store, self.now))):
                for source in asked:
                    self._answer(recorder, source, seen)
                self.now += timedelta(minutes=11)
            self.counts.append(len(seen))
            self.now = evening + timedelta(hours=12)

    def _answer(self, recorder: Recorder, source: CardSource, seen: set[str]) -> None:
        card = self.store.card(source.card)
        known = True
        if card is not None:
            seen.add(source.card)
            known = card.phase is not Phase.REVIEW or self.chance.random() < retrievability(card, self.now)
        recorder.settle(
            AnswerRecord(source.lesson.id, source.question.id, known, "", seconds=20.0, at=self.now)
        )


@dataclass(frozen=True)
class Outcome:
    """Half of the days to learn, half to compare with what was forecast then."""

    predicted: tuple[float, ...]
    came: tuple[int, ...]
    retention: Retention
    weeks: dict[date, Retention]
    cards: int

    @property
    def due_error(self) -> float:
        """How far the number of due cards is from the forecast, in percent of it."""
        return 100 * (sum(self.came) / sum(self.predicted) - 1)

    @property
    def weekly_error(self) -> float:
        """How far the share of all cards that is due in a week is from the forecast, in points; the mean of
        the weeks."""
        gaps = [abs(a - b) for a, b in zip(by_sevens(self.predicted), by_sevens(self.came), strict=True)]
        return 100 * sum(gaps) / len(gaps) / self.cards

    @property
    def retention_error(self) -> float:
        """How far retention is from what FSRS expected, in points."""
        return 100 * (self.retention.share - self.retention.expected)


def simulate(days: int, lessons: Sequence[Lesson], seed: int = 6) -> Outcome:
    """Learn for half of the days, forecast, and go on."""
    random.seed(seed)  # the fuzz of fsrs draws from the module's own generator
    learner = Learner(lessons, Store.in_memory(""), chance=Random(f"recall {seed}"))
    learner.read_everything()
    learner.study(days // 2)
    cards = learner.store.cards()
    predicted = forecast(cards.values(), learner.now, days - days // 2)
    learner.study(days - days // 2)
    reviews = learner.store.reviews()
    came = tuple(learner.counts[days // 2 :])
    return Outcome(predicted, came, retention(reviews), by_week(reviews), len(cards))


def together(outcomes: Sequence[Outcome]) -> Outcome:
    """Many learners as one: chance evens out, a wrong forecast would not."""
    many = [each.retention for each in outcomes]
    reviewed = sum(each.reviewed for each in many)
    expected = sum(each.expected * each.reviewed for each in many) / reviewed
    return Outcome(
        predicted=tuple(map(sum, zip(*(each.predicted for each in outcomes), strict=True))),
        came=tuple(map(sum, zip(*(each.came for each in outcomes), strict=True))),
        retention=Retention(reviewed, sum(each.recalled for each in many), expected),
        weeks=outcomes[0].weeks,
        cards=sum(each.cards for each in outcomes),
    )


def by_sevens(counts: Sequence[float]) -> tuple[float, ...]:
    """Days summed to whole weeks."""
    return tuple(float(sum(counts[start : start + 7])) for start in range(0, len(counts) - 6, 7))


def due_chart(outcome: Outcome, learners: int) -> Chart:
    """Cards due a week and learner: forecast and come."""
    sums = [
        tuple(count / learners for count in by_sevens(counts)) for counts in (outcome.predicted, outcome.came)
    ]
    xs = tuple(float(week) for week in range(len(sums[0])))
    return Chart(
        title=f"cards due a week after the forecast (mean of {learners})",
        lines=(
            Line("forecast", xs, sums[0], role="series-1", dash="dashed", glyph="▲"),
            Line("came", xs, sums[1], role="series-0", glyph="●"),
        ),
        x_ticks=tuple(Tick(x, f"week {int(x) + 1}") for x in xs[::3]),
        y_range=(0.0, 1.1 * max(*sums[0], *sums[1])),
    )


def main(days: int, learners: int) -> None:
    """Print the figures and the plots."""
    lessons = Library.open(bundled_lessons()).lessons
    outcomes = [simulate(days, lessons, seed) for seed in range(learners)]
    found = together(outcomes)
    spread = stdev(each.due_error for each in outcomes) if learners > 1 else 0.0
    print(
        f"{learners} learners, {days} days, {outcomes[0].cards} cards, "
        f"{found.retention.reviewed} reviews of learned cards\n"
        f"retention: {found.retention.share:.2%}, FSRS expected {found.retention.expected:.2%} "
        f"({found.retention_error:+.2f} points; "
        f"single learners at most {max(abs(each.retention_error) for each in outcomes):.2f})\n"
        f"due in the second half: {sum(found.came)}, forecast {sum(found.predicted):.0f} "
        f"({found.due_error:+.2f} %; single learners scatter by {spread:.1f} %)\n"
        f"due in a week, of all cards: {found.weekly_error:.2f} points from the forecast "
        f"(single learners at most {max(each.weekly_error for each in outcomes):.2f})"
    )
    print(draw(due_chart(found, learners), 79, 16).plain())
    print(draw(retention_chart(found.weeks), 79, 16).plain())


if __name__ == "__main__":
    main(*map(int, sys.argv[1:])) if len(sys.argv) == 3 else main(180, 24)
