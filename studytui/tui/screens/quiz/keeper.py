"""Writes an unfinished round down while it is played: soon after a key, at once after an answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.timer import Timer

from studytui.errors import StorageError
from studytui.study.schedule.deck import deck
from studytui.tui.rounds import asked_from
from studytui.tui.screens.quiz import kept
from studytui.tui.screens.quiz.session import Asked, Round
from studytui.tui.screens.quiz.standing import Stage
from studytui.tui.typed import StudyHost, host

if TYPE_CHECKING:
    from studytui.tui.screens.quiz.screen import QuizScreen

DELAY = 0.4
"""Seconds without a key before a half-typed answer is written to the store."""


class RoundKeeper:
    """Keeps the round of one quiz screen."""

    def __init__(self, owner: QuizScreen) -> None:
        self._owner = owner
        self._timer: Timer | None = None

    def soon(self) -> None:
        """Something was typed."""
        if self._timer is None:
            self._timer = self._owner.set_timer(DELAY, self.now)

    def now(self) -> None:
        """Write it down; a full disk must not end the quiz."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        if self._owner.stage is Stage.BUSY:
            return  # the answer being judged is kept already
        typed = self._owner.page.box.answer() if self._owner.asking else None
        try:
            kept.keep(host(self._owner).store, self._owner.played, typed)
        except StorageError as error:
            host(self._owner).say(str(error), "error")

    def over(self) -> None:
        """The round has ended, perhaps by the clock: the next one begins anew."""
        try:
            kept.forget(host(self._owner).store, self._owner.played.manner.name)
        except StorageError as error:
            host(self._owner).say(str(error), "error")


def resumed(app: StudyHost, played: Round) -> Round:
    """The round as it was left, if it was left unfinished; else the fresh one, its clock at 0."""
    unfinished = kept.kept_round(app.store, played.manner.name, played.manner.hours)
    if unfinished is not None:
        found = kept.resume(played, unfinished, lambda name: asked_of(app, name))
        if found.current is not None:
            return found
    played.begin()
    return played


def asked_of(app: StudyHost, card: str) -> Asked | None:
    """The question of a card, if a lesson still has it."""
    source = deck(app.library.lessons).get(card)
    return asked_from(source) if source is not None else None
