"""Due review: the cards that are due, most forgotten first, then a few new ones."""

from __future__ import annotations

from studytui.study.decks.known import Known
from studytui.study.progress import NOTHING
from studytui.study.schedule.deck import TAUGHT, CardSource
from studytui.study.schedule.queue import count_due, due, new_cards


def due_review(known: Known) -> tuple[CardSource, ...]:
    """What to review now. New cards come from what the learner has read, in the order of the course."""
    ready = [card.card for card in due(known.cards.values(), known.now)]
    return tuple(known.sources[card] for card in [*ready, *fresh(known)])


def due_count(known: Known) -> int:
    """How many cards are due, new ones not counted; does not load the scheduler."""
    return count_due(known.cards.values(), known.now)


def fresh(known: Known) -> tuple[str, ...]:
    """Cards never asked, of steps the learner has come to, as many as the day's limit leaves."""
    ids = [source.card for source in known.active if source.origin in TAUGHT and _reached(source, known)]
    return new_cards(ids, known.cards, known.now, known.new_per_day)


def _reached(source: CardSource, known: Known) -> bool:
    """Whether the step before the question, or a later one, is done."""
    done = known.done.get(source.lesson.id, NOTHING)
    ids = [step.id for step in source.lesson.steps]
    return any(step in done for step in ids[max(0, ids.index(source.step) - 1) :])
