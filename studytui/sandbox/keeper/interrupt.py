"""Asking a run to stop: Ctrl-C first, then have it show where it is, then the end."""

from __future__ import annotations

import signal
from typing import Callable, Optional

GRACE = 1.0
"""Seconds for `finally` blocks and the traceback."""
DUMP_TIME = 0.15
"""Seconds for faulthandler to write the stack, from C, even out of a long C call."""


class Interrupt:
    """Escalates as time goes by. `send` delivers a signal to the run's main process."""

    def __init__(self, send: Callable[[int], None]) -> None:
        self._send = send
        self._next: Optional[float] = None
        self._dumped = False
        self.reason: Optional[str] = None

    def begin(self, reason: str, now: float) -> None:
        """The first reason counts; asking again changes nothing."""
        if self.reason is None:
            self.reason = reason
            self._next = now + GRACE
            self._send(signal.SIGINT)

    def due(self, now: float) -> bool:
        """Take the step that is due. True: patience is over, kill it."""
        if self._next is None or now < self._next:
            return False
        if not self._dumped:
            self._dumped = True
            self._next = now + DUMP_TIME
            self._send(signal.SIGUSR2)
            return False
        return True
