"""Is the run within its limits? Looked at every 20 ms, by a process the run cannot slow down or reach."""

from __future__ import annotations

import os
import time
from typing import List, NamedTuple, Optional

from .disk_use import DiskUse
from .hidden import Hidden
from .process_tree import Usage, below, proportional, usage

PERIOD = 0.02
_EXACT_PERIOD = 0.5
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
    """Looks at the descendants of this process, without `besides`, which are ours."""

    def __init__(self, bounds: Bounds, scratch: str, besides: List[int], hidden: Hidden) -> None:
        self.bounds = bounds
        self.began = time.monotonic()
        self.next_look = self._next_exact = self.began
        self.peak = 0
        """Largest memory seen, in bytes."""
        self._deadline = self.began + bounds.timeout if bounds.timeout > 0 else None
        self._besides = besides
        self._disk = DiskUse(scratch)
        self._hidden = hidden
        self._inherited = usage(self._pids()).resident

    def expired(self, now: float) -> bool:
        """Whether the time is up."""
        return self._deadline is not None and now > self._deadline

    def grant(self, seconds: float) -> None:
        """So long it may go on from now."""
        self._deadline = time.monotonic() + seconds

    def measure(self) -> int:
        """Bytes of memory at most so far, the present included."""
        self.peak = max(self.peak, usage(self._pids()).resident)
        return self.peak

    def look(self) -> Optional[str]:
        """The limit that is broken: "processes", "memory" or "disk". None: all is well, or not yet time."""
        now = time.monotonic()
        if now < self.next_look:
            return None
        broken = self._broken(now)
        after = time.monotonic()
        self.next_look = after + max(PERIOD, (after - now) * _SHARE)
        return broken

    def processes(self) -> int:
        """How many processes the run has, counted exactly."""
        return len(self._pids())

    def _pids(self) -> List[int]:
        most = self.bounds.processes + _COUNT_SLACK
        return [pid for pid in below(os.getpid(), most) if pid not in self._besides]

    def _broken(self, now: float) -> Optional[str]:
        pids = self._pids()
        used = usage(pids)
        if used.processes > self.bounds.processes or used.threads > _MOST_THREADS:
            return "processes"
        self._hidden.look(pids, now)
        if self._memory(pids, used, now) + self._hidden.memory > self.bounds.memory:
            return "memory"
        self._disk.step()
        return "disk" if self._disk.bytes + self._hidden.disk > self.bounds.scratch else None

    def _memory(self, pids: List[int], used: Usage, now: float) -> int:
        """Bytes. Forks share most of what they inherit, which resident sizes count once for each of them.

        So the exact count, which is slow, is made at once when even with everything inherited shared the sum
        is over the limit, otherwise now and then.
        """
        memory = used.resident
        if used.processes > 1:
            surely = memory - (used.processes - 1) * self._inherited
            due = now >= self._next_exact
            if surely > self.bounds.memory or due:
                self._next_exact = now + _EXACT_PERIOD
                memory = proportional(pids)
            else:
                return 0
        self.peak = max(self.peak, memory)
        return memory
