"""Write to a pipe without ever waiting for its reader."""

from __future__ import annotations

import os
from typing import Callable, List, Optional

from .loop import Loop


class PipeWriter:
    """Queues what does not fit. `drained`: a queue became empty; `broken`: the reader left."""

    def __init__(
        self,
        loop: Loop,
        descriptor: int,
        drained: Optional[Callable[[], None]] = None,
        broken: Optional[Callable[[], None]] = None,
    ) -> None:
        self._loop = loop
        self._descriptor = descriptor
        self._queue: List[memoryview] = []
        self._drained, self._broken = drained, broken
        self._closing = self._closed = self._waiting = False
        self.backlog = 0
        """Bytes that wait."""
        os.set_blocking(descriptor, False)

    def write(self, data: bytes) -> None:
        """Never raises: data for a reader that is gone is dropped."""
        if self._closed or self._closing:
            return
        self._queue.append(memoryview(data))
        self.backlog += len(data)
        if not self._waiting:
            self._push()

    def close(self, now: bool = False) -> None:
        """Close when all is written, or at once."""
        self._closing = True
        if now or not self._queue:
            self._shut()

    def _push(self) -> None:
        try:
            while self._queue:
                self._advance(os.write(self._descriptor, self._queue[0]))
        except BlockingIOError:
            self._wait()
            return
        except OSError:
            self._lost()
            return
        self._emptied()

    def _advance(self, count: int) -> None:
        self.backlog -= count
        self._queue[0] = self._queue[0][count:]
        if not self._queue[0]:
            del self._queue[0]

    def _wait(self) -> None:
        if not self._waiting:
            self._waiting = True
            self._loop.watch(self._descriptor, self._push, writing=True)

    def _emptied(self) -> None:
        if self._waiting:
            self._waiting = False
            self._loop.unwatch(self._descriptor)
            if self._drained:
                self._drained()
        if self._closing:
            self._shut()

    def _lost(self) -> None:
        self._shut()
        if self._broken:
            self._broken()

    def _shut(self) -> None:
        if not self._closed:
            self._closed = True
            self._queue, self.backlog = [], 0
            self._loop.unwatch(self._descriptor)
            os.close(self._descriptor)
