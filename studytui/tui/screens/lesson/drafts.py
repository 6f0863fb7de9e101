"""Keeps what the learner types, so that a dropped connection loses half a second at most."""

from __future__ import annotations

from textual.timer import Timer
from textual.widget import Widget

from studytui.tui.typed import host

DELAY = 0.4
"""Seconds without a key before the text is written to the store."""


class Draft:
    """The learner's version of one step's code."""

    def __init__(self, owner: Widget, lesson: str, step: str, original: str) -> None:
        self._owner = owner
        self._place = (lesson, step)
        self.original = original
        self._pending: str | None = None
        self._timer: Timer | None = None

    def load(self) -> str:
        """The kept text, or the original."""
        kept = host(self._owner).store.draft(*self._place)
        return self.original if kept is None else kept

    def changed(self, text: str) -> None:
        """The text is now this: write it soon, and at the latest `DELAY` after the first unwritten key."""
        self._pending = text
        if self._timer is None:
            self._timer = self._owner.set_timer(DELAY, self.flush)

    def flush(self) -> None:
        """Write now what is not written yet."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        if self._pending is None:
            return
        store = host(self._owner).store
        if self._pending == self.original:
            store.drop_draft(*self._place)
        else:
            store.save_draft(*self._place, self._pending)
        self._pending = None
