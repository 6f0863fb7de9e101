"""The event loop: descriptors that are ready, and timers. One thread, nothing ever waits."""

from __future__ import annotations

import heapq
import itertools
import selectors
import time
from typing import Callable, List, Tuple

Callback = Callable[[], None]


class Loop:
    """`watch` descriptors, call things `later`, then `run`."""

    def __init__(self) -> None:
        self._selector = selectors.DefaultSelector()
        self._timers: List[Tuple[float, int, Callback]] = []
        self._order = itertools.count()
        self._stopped = False

    def watch(self, descriptor: int, callback: Callback, writing: bool = False) -> None:
        """Call `callback` whenever `descriptor` can be read, or written."""
        events = selectors.EVENT_WRITE if writing else selectors.EVENT_READ
        self._selector.register(descriptor, events, callback)

    def unwatch(self, descriptor: int) -> None:
        """Forget a descriptor; nothing happens if it was not watched."""
        try:
            self._selector.unregister(descriptor)
        except (KeyError, ValueError):
            pass  # never watched, or already closed

    def later(self, seconds: float, callback: Callback) -> None:
        """Call once, `seconds` from now. Never cancelled: callbacks look whether they still matter."""
        heapq.heappush(self._timers, (time.monotonic() + seconds, next(self._order), callback))

    def stop(self) -> None:
        """Return from `run` after the current callback."""
        self._stopped = True

    def run(self) -> None:
        """Until stopped."""
        while not self._stopped:
            for key, _ in self._selector.select(self._pause()):
                if self._watched(key):
                    key.data()
            self._fire()

    def _watched(self, key: selectors.SelectorKey) -> bool:
        """Whether it still is: what came before may have closed it, and its number be another's now."""
        now = self._selector.get_map().get(key.fileobj)
        return now is not None and now.data is key.data

    def _pause(self) -> "float | None":
        return max(0.0, self._timers[0][0] - time.monotonic()) if self._timers else None

    def _fire(self) -> None:
        now = time.monotonic()
        while self._timers and self._timers[0][0] <= now:
            heapq.heappop(self._timers)[2]()
