"""The line to the app: requests come in, frames go out, on descriptors that nothing else writes to."""

from __future__ import annotations

import os
from typing import Any, Callable, Dict, List

from .. import wire
from .loop import Loop
from .pipe_writer import PipeWriter

_AT_ONCE = 1 << 16
_CROWDED = 1 << 20


class AppLink:
    """`heed` gets each request, `hang_up` is called when the app is gone, one way or the other."""

    def __init__(
        self, loop: Loop, heed: Callable[[Dict[str, Any]], None], hang_up: Callable[[], None]
    ) -> None:
        self._heed, self._hang_up = heed, hang_up
        self._parts: List[bytes] = []
        self._size = 0
        outgoing = os.dup(1)
        os.dup2(2, 1)  # a stray print goes to the diagnostics, never between the frames
        self._writer = PipeWriter(loop, outgoing, self._relieved, hang_up)
        self._waiting: List[Callable[[], None]] = []
        os.set_blocking(0, False)
        loop.watch(0, self._read)

    def send(self, ev: str, **fields: Any) -> None:
        """Send a frame, or queue it."""
        self._writer.write(wire.frame(ev, **fields))

    @property
    def crowded(self) -> bool:
        """Whether the app is slow: what can wait should, and what can be left out should be."""
        return self._writer.backlog > _CROWDED

    def when_relieved(self, callback: Callable[[], None]) -> None:
        """Call once, when the queue is empty again."""
        self._waiting.append(callback)

    def _relieved(self) -> None:
        waiting, self._waiting = self._waiting, []
        for callback in waiting:
            callback()

    def _read(self) -> None:
        try:
            data = os.read(0, _AT_ONCE)
        except BlockingIOError:
            return
        except OSError:
            data = b""
        self._size += len(data)
        if not data or self._size > wire.REQUEST_LIMIT:
            self._hang_up()
            return
        self._parts.append(data)
        if b"\n" in data:
            self._dispatch()

    def _dispatch(self) -> None:
        *lines, rest = b"".join(self._parts).split(b"\n")
        self._parts, self._size = [rest], len(rest)
        for line in lines:
            request = wire.parse(line)
            if request is not None:
                self._heed(request)
