"""Trust but verify: claims about PyTorch, to be judged before the code decides. Does it survive execution?"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, zip_longest
from random import Random

from studytui.course.questions import TrueFalse
from studytui.study.decks.known import Known
from studytui.study.schedule.deck import CardSource

COUNT = 15


def trust_but_verify(known: Known, seed: str, count: int = COUNT) -> tuple[CardSource, ...]:
    """Up to `count` claims of the course in an order drawn from `seed`, about as many true as false.

    Each question is a TrueFalse with the code that decides as its `proof`. They come from the claims people
    get wrong, from true-or-false questions, and from the options of questions with several right ones.
    """
    chance = Random(seed)
    piles: dict[bool, list[CardSource]] = {True: [], False: []}
    for source in claims(known):
        if isinstance(source.question, TrueFalse):
            piles[source.question.answer].append(source)
    for pile in piles.values():
        chance.shuffle(pile)
    taken = [s for s in chain.from_iterable(zip_longest(*piles.values())) if s is not None][:count]
    chance.shuffle(taken)
    return tuple(taken)


def claims(known: Known) -> Iterator[CardSource]:
    """Every claim of the course that code decides."""
    return (source for source in known.active if isinstance(source.question, TrueFalse))
