"""What a run prints: decoded, bounded, gathered into few frames, and never in the run's way."""

from __future__ import annotations

import codecs
import time
from typing import Dict, List, Tuple

from .. import wire
from .app_link import AppLink
from .loop import Loop

_PAUSE = 1 / 30
"""Least time between two frames of a flood, in seconds; what comes after silence is sent at once."""
_TAIL = 64 * 1024
_FRAME = 8 * 1024
"""Most characters in one frame: the app can do nothing else while it takes one in."""


class Bounded:
    """One stream: its first `limit` bytes, and of what is beyond only the last 64 KiB."""

    def __init__(self, limit: int) -> None:
        self._room = limit
        self._tail = bytearray()
        self._beyond = 0
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")

    def take(self, data: bytes) -> bytes:
        """The part of `data` that is still within the limit; the rest is counted and its end remembered."""
        head, rest = data[: self._room], data[self._room :]
        self._room -= len(head)
        if rest:
            self._beyond += len(rest)
            self._tail += rest
            if len(self._tail) > 2 * _TAIL:
                del self._tail[:-_TAIL]
        return head

    def decode(self, data: bytes, final: bool = False) -> str:
        """Text; a character whose bytes have not all arrived waits for the rest."""
        return self._decoder.decode(data, final)

    def tail(self) -> Tuple[int, str]:
        """(bytes left out, text of the end). (0, "") when the limit held all."""
        kept = bytes(self._tail[-_TAIL:])
        cut = self._beyond > len(kept)
        return self._beyond - len(kept), _from_character(kept, cut).decode("utf-8", "replace")


class Output:
    """Both streams of a run, in the order in which they arrived."""

    def __init__(self, loop: Loop, app: AppLink, run: int, limit: int) -> None:
        self._loop, self._app, self._run = loop, app, run
        self._limit = limit
        self._streams: Dict[str, Bounded] = {name: Bounded(limit) for name in ("stdout", "stderr")}
        self._pending: List[Tuple[str, bytes]] = []
        self._sent = 0.0
        self._scheduled = False

    def feed(self, stream: str, data: bytes) -> None:
        """Raw bytes that were read from the run."""
        head = self._streams[stream].take(data)
        if not head:
            return
        if self._pending and self._pending[-1][0] == stream:
            self._pending[-1] = (stream, self._pending[-1][1] + head)
        else:
            self._pending.append((stream, head))
        self._schedule()

    def flush(self) -> None:
        """Send what is there already, without waiting for more."""
        pending, self._pending = self._pending, []
        for name, data in pending:
            self._send(name, self._streams[name].decode(data))
        self._sent = time.monotonic()

    def renew(self) -> None:
        """Send all there is; what comes now may be as much again."""
        self.finish()
        self._streams = {name: Bounded(self._limit) for name in self._streams}

    def finish(self) -> None:
        """Send all there is, what was left out, and the end of it."""
        self.flush()
        for name, stream in self._streams.items():
            self._send(name, stream.decode(b"", final=True))
            dropped, tail = stream.tail()
            if dropped:
                self._app.send(wire.Ev.TRUNCATED, run=self._run, stream=name, dropped=dropped)
            self._send(name, tail)

    def _schedule(self) -> None:
        if self._scheduled:
            return
        self._scheduled = True
        if self._app.crowded:
            self._app.when_relieved(self._due)
            return
        wait = self._sent + _PAUSE - time.monotonic()
        if wait <= 0:
            self._due()
        else:
            self._loop.later(wait, self._due)

    def _due(self) -> None:
        self._scheduled = False
        self.flush()

    def _send(self, stream: str, text: str) -> None:
        for start in range(0, len(text), _FRAME):
            part = text[start : start + _FRAME]
            self._app.send(wire.Ev.OUT, run=self._run, stream=stream, text=part)


def _from_character(data: bytes, cut: bool) -> bytes:
    """Without the last bytes of a character whose first ones are gone."""
    start = 0
    while cut and start < min(3, len(data)) and data[start] & 0xC0 == 0x80:
        start += 1
    return data[start:]
