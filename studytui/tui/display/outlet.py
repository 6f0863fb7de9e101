"""What is on its way to the terminal, written by a thread of its own so that nobody waits for a slow link."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from threading import Condition, Thread

LATE = 0.05
"""Seconds after which what was written and has not left counts as stuck in the link."""
MOST = 4_000_000
"""Characters that may wait; a writer who does not look at `late` is held back there, so memory stays flat."""
FAREWELL = 1.0
"""Seconds the last writes have before the process goes without them."""


class Outlet:
    """Writes to a file descriptor in the order given; never raises, as a terminal may be gone at any time."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self._waiting: list[str] = []
        self._length = 0
        self._since = 0.0
        self._then: Callable[[], None] | None = None
        self._open = True
        self._changed = Condition()
        self._thread = Thread(target=self._work, name="studytui-output", daemon=True)
        self._thread.start()

    def write(self, text: str) -> None:
        """Put it in the queue; once closed, nothing is sent any more."""
        with self._changed:
            if not self._open:
                return
            if not self._length:
                self._since = time.monotonic()
            while self._length > MOST and self._open:
                self._changed.wait()
            self._waiting.append(text)
            self._length += len(text)
            self._changed.notify_all()

    def late(self, then: Callable[[], None]) -> bool:
        """Whether something written is stuck; if so, `then` is called (in the thread) once all has left."""
        with self._changed:
            stuck = self._length > 0 and time.monotonic() - self._since > LATE
            if stuck:
                self._then = then
            return stuck

    def close(self) -> None:
        """Wait a moment for what is on its way, then give up on it."""
        with self._changed:
            self._open = False
            self._changed.notify_all()
        self._thread.join(FAREWELL)

    def _work(self) -> None:
        while texts := self._next():
            gone = not self._send("".join(texts).encode(errors="replace"))
            self._sent(sum(map(len, texts)), gone)

    def _next(self) -> list[str]:
        with self._changed:
            while not self._waiting and self._open:
                self._changed.wait()
            texts, self._waiting = self._waiting, []
            return texts

    def _sent(self, length: int, gone: bool) -> None:
        with self._changed:
            self._length -= length
            self._since = time.monotonic()
            self._changed.notify_all()
            then, self._then = (self._then, None) if not self._length else (None, self._then)
        if then is not None and not gone:
            then()

    def _send(self, data: bytes) -> bool:
        try:
            while data:
                data = data[os.write(self._descriptor, data) :]
        except OSError:
            return False  # the terminal is gone; whoever watches it for that ends the app
        return True
