"""The ways to practise, each with what it would ask now."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from studytui.study.decks.due_review import due_count, fresh
from studytui.study.decks.known import Known
from studytui.study.decks.mixed_practice import COUNT, weak_lessons
from studytui.study.store import Store
from studytui.tui import rounds
from studytui.tui.screens.quiz.kept import kept_round
from studytui.tui.screens.quiz.session import Round
from studytui.tui.widgets.fit import shortened

SECONDS = 25
"""For a card, as a rule."""


@dataclass(frozen=True)
class Mode:
    """One way to practise."""

    name: str
    """That of its rounds, so that an unfinished one is found."""
    title: str
    words: str
    """What it asks now."""
    ready: bool
    """Whether there is anything to ask."""
    begin: Callable[[Known], Round] | None = None
    """None: it needs to be told more first."""


def modes(known: Known, store: Store) -> tuple[Mode, ...]:
    """All of them, the most useful one first."""
    return tuple(
        _unfinished(mode, store) for mode in (_due(known), _mixed(known), _exam(known), _claims(known))
    )


def _due(known: Known) -> Mode:
    count, new = due_count(known), len(fresh(known))
    minutes = max(1, round((count + new) * SECONDS / 60))
    parts = [f"{count} due"] + ([f"{new} new"] if new else [])
    words = (
        f"{', '.join(parts)} · about {minutes} min"
        if count + new
        else "nothing is due; lessons bring new cards"
    )
    return Mode("due", "Due review", words, count + new > 0, rounds.due_round)


def _mixed(known: Known) -> Mode:
    weak = weak_lessons(known)
    titles = {source.lesson.id: source.lesson.title for source in known.sources.values()}
    words = f"{COUNT} questions, first “{shortened(titles[weak[0]], 24)}”" if weak else ""
    return Mode(
        "mixed", "Mixed practice", words if weak else "answer a quiz first", bool(weak), rounds.mixed_round
    )


def _exam(known: Known) -> Mode:
    words = "timed, over the parts you choose; a report at the end"
    return Mode("exam", "Mock exam", words, bool(known.sources))


def _claims(known: Known) -> Mode:
    words = "claims about PyTorch: which survive execution?"
    return Mode("claims", "Trust but verify", words, bool(known.sources), rounds.claims_round)


def _unfinished(mode: Mode, store: Store) -> Mode:
    kept = kept_round(store, mode.name, rounds.SITTING)
    if kept is None:
        return mode
    words = f"go on at question {len(kept.answered) + 1} of {len(kept.questions)}"
    begin = mode.begin or (lambda known: rounds.exam_round(known))
    return Mode(mode.name, mode.title, words, True, begin)
