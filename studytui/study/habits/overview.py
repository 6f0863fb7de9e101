"""Everything `studytui progress` shows, as frozen data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta

from msgspec import Struct

from studytui.course.model import Lesson
from studytui.study.decks.due_review import due_count, fresh
from studytui.study.decks.known import Known, look
from studytui.study.decks.mixed_practice import weak_lessons
from studytui.study.habits.forecast import forecast
from studytui.study.habits.retention import Retention, by_week, retention
from studytui.study.habits.streak import Streak, streak, waiting_days
from studytui.study.mastery import Mastery, lesson_mastery, part_mastery
from studytui.study.next_thing import next_thing
from studytui.study.progress import PartProgress, part_progress
from studytui.study.schedule.leech import is_leech
from studytui.study.schedule.queue import NEW_PER_DAY
from studytui.study.store import ReviewRecord, Store

MONTH = timedelta(days=30)
SETTLED = 0.8
"""Below this mastery a finished lesson is worth practising."""


class Overview(Struct, frozen=True):
    """How far the learner is."""

    next: str
    """What to do next, in one line."""
    due: int
    new: int
    """New cards that today still has room for."""
    suspended: int
    leeches: tuple[str, ...]
    """Cards forgotten again and again."""
    streak: Streak
    month: Retention
    """Of the last thirty days."""
    weeks: dict[date, Retention]
    forecast: tuple[float, ...]
    """Empty when there is no card yet."""
    parts: tuple[PartProgress, ...]
    part_mastery: dict[str, Mastery]
    lesson_mastery: dict[str, Mastery]


def overview(
    lessons: Sequence[Lesson], store: Store, now: datetime | None = None, new_per_day: int = NEW_PER_DAY
) -> Overview:
    """Look at everything. `now` has the learner's time zone. Raises StorageError."""
    known = look(lessons, store, now, new_per_day)
    reviews = store.reviews()
    lesson_values = lesson_mastery(known.active, known.cards, known.now)
    return Overview(
        next=_next(lessons, store, known, lesson_values),
        due=due_count(known),
        new=len(fresh(known)),
        suspended=len(known.suspended),
        leeches=tuple(card.card for card in known.cards.values() if is_leech(card)),
        streak=streak(
            _days(store, reviews, known.now), known.now.date(), waiting_days(_spans(reviews, known))
        ),
        month=retention(reviews, known.now - MONTH),
        weeks=by_week(reviews),
        forecast=forecast(known.cards.values(), known.now) if known.cards else (),
        parts=part_progress(lessons, known.done),
        part_mastery=part_mastery(lessons, lesson_values),
        lesson_mastery=lesson_values,
    )


def _next(lessons: Sequence[Lesson], store: Store, known: Known, values: dict[str, Mastery]) -> str:
    place = store.place()
    last = (place.lesson, place.step) if place else ("", "")
    thing = next_thing(lessons, known.done, last, due_count(known))
    weak = weak_lessons(known)[:1]
    if thing.lesson or due_count(known) or not weak or values[weak[0]].value >= SETTLED:
        return thing.words
    titles = {lesson.id: lesson.title for lesson in lessons}
    return f"{thing.words} · practise “{titles[weak[0]]}”: studytui review --plain --mode mixed"


def _days(store: Store, reviews: Sequence[ReviewRecord], now: datetime) -> set[date]:
    """The days on which anything was answered or done, in the learner's time zone."""
    moments = [*store.answer_times(), *store.done_times(), *(each.at for each in reviews)]
    return {moment.astimezone(now.tzinfo).date() for moment in moments}


def _spans(reviews: Sequence[ReviewRecord], known: Known) -> Iterator[tuple[date, date]]:
    """From when to when each card was due, in the learner's time zone."""
    zone = known.now.tzinfo
    for each in reviews:
        if each.before is not None:
            yield each.before.due.astimezone(zone).date(), each.at.astimezone(zone).date()
    for card in known.cards.values():
        yield card.due.astimezone(zone).date(), known.now.date()
