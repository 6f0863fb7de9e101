"""What becomes of the tries at an exercise: answers in the store, and a card that comes back."""

from __future__ import annotations

import time

from textual.widget import Widget

from studytui.errors import StorageError
from studytui.study.recorder import Recorder
from studytui.study.store import AnswerRecord
from studytui.tui.typed import host

USUAL = 300.0
"""Seconds an exercise takes, as a rule."""


class ExerciseMarks:
    """Counts tries and hints; passing or giving up makes one review a visit."""

    def __init__(self, owner: Widget, lesson: str, step: str) -> None:
        self._owner = owner
        self._names = (lesson, step)
        self._since = time.monotonic()
        self._settled = False
        self._tries = 0
        self.hints = 0

    def checked(self, code: str, right: bool) -> None:
        """The code was checked."""
        self._tries += 1
        self._keep(code, right, settles=right and not self._settled)

    def gave_up(self, code: str) -> None:
        """The solution is shown before the checks passed."""
        if not self._settled:
            self._keep(code, False, settles=True)

    def _keep(self, code: str, right: bool, *, settles: bool) -> None:
        seconds = time.monotonic() - self._since
        record = AnswerRecord(*self._names, right, code, max(1, self._tries), self.hints, seconds)
        recorder = Recorder(host(self._owner).store)
        try:
            if settles:
                recorder.settle(record, expected=USUAL)
                self._settled = True
            else:
                recorder.attempt(record)
        except StorageError as error:
            host(self._owner).say(str(error), "error")
