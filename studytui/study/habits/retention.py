"""How much of what was due was still known, beside what FSRS expected. Pure: reviews in, numbers out."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta

from msgspec import Struct

from studytui.study.schedule.card import Phase, Rating
from studytui.study.schedule.review import retrievability
from studytui.study.store import ReviewRecord


class Retention(Struct, frozen=True):
    """Of the reviews of learned cards within a time."""

    reviewed: int
    recalled: int
    expected: float
    """The mean chance of recall that FSRS gave just before each review; 0 to 1."""

    @property
    def share(self) -> float:
        """Recalled of reviewed, 0 to 1; 0 when there was no review."""
        return self.recalled / self.reviewed if self.reviewed else 0.0


def retention(reviews: Iterable[ReviewRecord], since: datetime | None = None) -> Retention:
    """Over the reviews since a time. Cards being learned for the first time, or again, do not count."""
    counted = [each for each in reviews if _counts(each) and (since is None or each.at >= since)]
    chances = [retrievability(each.before, each.at) for each in counted if each.before is not None]
    recalled = sum(each.rating is not Rating.AGAIN for each in counted)
    return Retention(len(counted), recalled, sum(chances) / len(chances) if chances else 0.0)


def by_week(reviews: Iterable[ReviewRecord]) -> dict[date, Retention]:
    """Monday (UTC) -> the retention of that week, oldest first, weeks without a review left out."""
    weeks: dict[date, list[ReviewRecord]] = {}
    for each in reviews:
        if _counts(each):
            day = each.at.astimezone(UTC).date()
            weeks.setdefault(day - timedelta(days=day.weekday()), []).append(each)
    return {monday: retention(members) for monday, members in sorted(weeks.items())}


def _counts(each: ReviewRecord) -> bool:
    return each.before is not None and each.before.phase is Phase.REVIEW
