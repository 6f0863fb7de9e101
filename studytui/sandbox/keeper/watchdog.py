"""Is the run within its limits? Looked at every 20 ms, by a process the run cannot slow down or reach."""

from __future__ import annotations

import os
import time
from typing import List, NamedTuple, Optional

from .disk_use import DiskUse
from .process_tree import below, proportional, usage

PERIOD = 0.02
_MOST_THREADS = 2048
_SHARE = 4  # the watchdog takes at most one part in this many of a core
_COUNT_SLACK = 8


class Bounds(NamedTuple):
    """Limits of one run: seconds, bytes, processes, bytes. 0 seconds: no deadline."""

    timeout: float
    memory: int
    processes: int
    scratch: int


class Watchdog:
    """Looks at the descendants of this process, `besides` of which are not the run's."""

    def __init__(self, bounds: Bounds, scratch: str, besides: int) -> None:
        self.bounds = bounds
        self.began = time.monotonic()
        self.next_look = self.began
        self.peak = 0
        self._besides = besides
        self._disk = DiskUse(scratch)

    def expired(self, now: float) -> bool:
        """Whether the time is up."""
        return self.bounds.timeout > 0 and now - self.began > self.bounds.timeout

    def look(self) -> Optional[str]:
        """The limit that is broken: "processes", "memory" or "disk". None: all is well, or it is not yet time."""
        now = time.monotonic()
        if now < self.next_look:
            return None
        broken = self._broken()
        after = time.monotonic()
        self.next_look = after + max(PERIOD, (after - now) * _SHARE)
        return broken

    def processes(self) -> int:
        """How many processes the run has, counted exactly."""
        return len(self._pids()) - self._besides

    def _pids(self) -> List[int]:
        return below(os.getpid(), self.bounds.processes + _COUNT_SLACK)

    def _broken(self) -> Optional[str]:
        pids = self._pids()
        used = usage(pids)
        self.peak = max(self.peak, used.resident)
        if used.processes - self._besides > self.bounds.processes or used.threads > _MOST_THREADS:
            return "processes"
        if used.resident > self.bounds.memory and proportional(pids) > self.bounds.memory:
            return "memory"
        self._disk.step()
        return "disk" if self._disk.bytes > self.bounds.scratch else None
