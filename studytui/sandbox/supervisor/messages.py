"""What a run says on descriptor 3. The learner's code can write there too, so nothing of it is believed."""

from __future__ import annotations

import os
import time
from typing import Any, Callable, Dict, List

from .. import wire
from .app_link import AppLink
from .loop import Loop
from .output import Output

_RATE, _BURST = 200.0, 2000.0
_BYTE_RATE, _BYTE_BURST = 4e6, 16e6
_STACK = (
    b"Fatal Python error",
    b"Current thread",
    b"Thread 0x",
    b"Stack (most recent",
    b"  File ",
    b"  <no Python",
)
"""How the lines begin that Python's faulthandler writes."""
_OURS = (b"/%s/" % wire.PACKAGE.encode(), b'"<string>", line 1 in <module>')
_AMONG_OUTPUT = ("value", "exc", "input")
"""Verbs of what is read between the lines that were printed: those that were printed before come first."""


class Bucket:
    """A token bucket: `burst` at once, `rate` a second in the long run. May be overdrawn by one purchase."""

    def __init__(self, rate: float, burst: float) -> None:
        self._rate, self._burst, self._level = rate, burst, burst
        self._at = time.monotonic()

    def take(self, amount: float) -> float:
        """Take `amount`; seconds to wait before taking more."""
        now = time.monotonic()
        self._level = min(self._burst, self._level + (now - self._at) * self._rate) - amount
        self._at = now
        return max(0.0, -self._level / self._rate)


class Messages:
    """Lines in, `msg` frames out. Too fast: reading pauses, the writer waits; nothing is lost or piles up."""

    def __init__(
        self,
        loop: Loop,
        app: AppLink,
        descriptor: int,
        run: int,
        output: Output,
        turn: Callable[[Dict[str, Any]], None],
        catch_up: Callable[[], None],
    ) -> None:
        """`turn` gets the messages that say whose turn it is: `settled` and `answered`.

        `catch_up` passes on all that was printed so far.
        """
        self._loop, self._app, self._descriptor, self._run = loop, app, descriptor, run
        self._output, self._turn, self._catch_up = output, turn, catch_up
        self._rest = b""
        self._skipping = False
        self._count, self._volume = Bucket(_RATE, _BURST), Bucket(_BYTE_RATE, _BYTE_BURST)
        self.memory_error = False
        """The run says it died for lack of memory."""
        self._open = True
        os.set_blocking(descriptor, False)
        loop.watch(descriptor, self._ready)

    def finish(self) -> None:
        """Read what is left in the pipe, which is bounded, and close it."""
        while self._open and self._read() is not None:
            pass
        self._close()

    def _ready(self) -> None:
        if self._app.crowded:
            self._loop.unwatch(self._descriptor)
            self._app.when_relieved(self._resume)
            return
        wait = self._read()
        if wait:
            self._loop.unwatch(self._descriptor)
            self._loop.later(wait, self._resume)

    def _resume(self) -> None:
        if self._open:
            self._loop.unwatch(self._descriptor)
            self._loop.watch(self._descriptor, self._ready)

    def _read(self) -> "float | None":
        """Seconds to pause, None when there was nothing to read."""
        try:
            data = os.read(self._descriptor, wire.LINE_LIMIT)
        except BlockingIOError:
            return None
        if not data:
            self._close()
            return None
        lines = self._lines(data)
        for line in lines:
            self._pass_on(line)
        return max(self._count.take(len(lines)), self._volume.take(len(data)))

    def _lines(self, data: bytes) -> List[bytes]:
        """The lines that `data` completes; one that grows too long is skipped to its end."""
        *lines, self._rest = (self._rest + data).split(b"\n")
        if lines and self._skipping:
            del lines[0]
            self._skipping = False
        if len(self._rest) > wire.LINE_LIMIT:
            self._rest, self._skipping = b"", True
        return lines

    def _pass_on(self, line: bytes) -> None:
        message = wire.message(line)
        if message is None:
            self._show_stack(line)
            return
        self._note(message)
        if message["verb"] in ("settled", "answered"):
            self._turn(message)
            return
        if message["verb"] in _AMONG_OUTPUT:
            self._catch_up()
        try:
            self._app.send(**{**message, "ev": wire.Ev.MSG, "run": self._run})
        except (ValueError, RecursionError, TypeError):
            pass  # nested too deeply to be said again: not one of ours

    def _show_stack(self, line: bytes) -> None:
        """A crash writes its stack here, see `run`. Frames of ours are left out."""
        if line.startswith(_STACK) and not any(mark in line for mark in _OURS):
            self._output.feed("stderr", line + b"\n")

    def _note(self, message: Dict[str, Any]) -> None:
        if message["verb"] == "exc":
            text = "%s %s" % (message.get("type"), message.get("message"))
            self.memory_error = "MemoryError" in text or "allocate memory" in text or "out of memory" in text

    def _close(self) -> None:
        if self._open:
            self._open = False
            self._loop.unwatch(self._descriptor)
            os.close(self._descriptor)
