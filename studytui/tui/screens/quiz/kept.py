"""An unfinished round in the store: leaving in the middle, or losing the connection, costs nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import msgspec
from msgspec import Struct

from studytui.study.grading.answers import AnyAnswer
from studytui.study.grading.verdict import Verdict
from studytui.study.schedule.card import Rating
from studytui.study.store import Store
from studytui.tui.screens.quiz.session import Answered, Asked, Round

Find = Callable[[str], Asked | None]


class KeptAnswer(Struct, frozen=True):
    """One question that is done."""

    card: str
    right: bool
    message: str
    rating: int
    attempts: int
    hints: int
    seconds: float
    given: str
    right_answer: str


class KeptRound(Struct, frozen=True):
    """A round as it was when it was last written down."""

    questions: tuple[str, ...]
    answered: tuple[KeptAnswer, ...]
    attempts: int
    hints: int
    seconds: float
    """Spent on the question that was asked."""
    typed: AnyAnswer | None
    at: datetime
    limit: float = 0.0
    """Seconds the round was given, when it is timed."""


def keep(store: Store, played: Round, typed: AnyAnswer | None) -> None:
    """Write the round down; one that is over is forgotten. Raises StorageError."""
    if not played.manner.name:
        return
    if played.current is None:
        forget(store, played.manner.name)
        return
    kept = KeptRound(
        tuple(asked.card for asked in played.questions),
        tuple(_kept(answer) for answer in played.answered),
        played.attempts,
        played.hints,
        played.seconds,
        typed,
        datetime.now(UTC),
        played.manner.limit,
    )
    store.set_setting(_key(played.manner.name), msgspec.to_builtins(kept))


def forget(store: Store, name: str) -> None:
    """The next round of this name begins anew. Raises StorageError."""
    if name:
        store.set_setting(_key(name), None)


def kept_round(store: Store, name: str, hours: float = 0.0) -> KeptRound | None:
    """The unfinished round of this name, at most `hours` old unless they are 0; None when there is none, or
    none that can be read."""
    value = store.setting(_key(name)) if name else None
    try:
        found = msgspec.convert(value, KeptRound) if value else None
    except msgspec.ValidationError:
        return None  # written by another version: a round begun anew is no loss of progress
    old = found is not None and hours and datetime.now(UTC) - found.at > timedelta(hours=hours)
    return None if old else found


def resume(played: Round, kept: KeptRound, find: Find) -> Round:
    """The kept round, with the questions that still exist; those of `played` it does not know come last."""
    done = {answer.card: answer for answer in kept.answered}
    fresh = {asked.card: asked for asked in played.questions}
    known = [asked for name in kept.questions if (asked := fresh.get(name) or find(name))]
    names = {asked.card for asked in known}
    added = [asked for name, asked in fresh.items() if name not in names] if names <= fresh.keys() else []
    questions = [*known, *added]
    answered = list(_answered(questions, done))
    rest = [asked for asked in questions if asked.card not in done]
    manner = replace(played.manner, limit=kept.limit)
    found = Round(tuple([answer.asked for answer in answered] + rest), manner, answered)
    same = bool(rest) and kept.questions[len(kept.answered) :][:1] == (rest[0].card,)
    if same:
        found.typed = kept.typed
        found.begin(kept.attempts, kept.hints, kept.seconds)
    return found


def _answered(questions: list[Asked], done: dict[str, KeptAnswer]) -> Iterator[Answered]:
    for asked in questions:
        if (kept := done.get(asked.card)) is not None:
            verdict = Verdict(kept.right, kept.message, (), kept.right_answer)
            rating = Rating(kept.rating)
            yield Answered(asked, verdict, kept.attempts, kept.hints, kept.seconds, rating, kept.given)


def _kept(answer: Answered) -> KeptAnswer:
    return KeptAnswer(
        answer.asked.card,
        answer.verdict.right,
        answer.verdict.message,
        int(answer.rating),
        answer.attempts,
        answer.hints,
        answer.seconds,
        answer.given,
        answer.verdict.right_answer,
    )


def _key(name: str) -> str:
    return f"round {name}"
