"""Cards that are forgotten again and again: repeating them more does not help, reading the lesson does."""

from __future__ import annotations

from studytui.study.schedule.card import CardState

LAPSES = 5
"""Times forgotten after having been learned."""


def is_leech(card: CardState) -> bool:
    """Whether the learner should go back to the lesson, reword it, or suspend the card."""
    return card.lapses >= LAPSES
