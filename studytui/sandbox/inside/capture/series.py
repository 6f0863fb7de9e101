"""One recorded curve: every point counted, few of them sent, none of them late.

Points are sent from `push` itself, when the last batch is older than `pace`. A step that takes longer than
that is therefore sent the moment it is recorded, and a fast loop pays for a message some ten times a second.
There is no thread and no timer: a thread would make the learner's own `os.fork` warn (Python 3.12), a timer
would interrupt the learner's system calls. The price: what a burst recorded in its last tenth of a second
waits for the next point, or for the end of the run.
"""

from __future__ import annotations

import time
from typing import Callable, List, Optional, Sequence

from ..emitting import Emit
from .on_device import OnDevice
from .reading import Reading
from .thinning import thin
from .totals import Totals

_clock = time.perf_counter


class Series:
    """A name and its points. No message before `least` of them, nor within `pace` seconds of the last."""

    def __init__(self, name: str, emit: Emit, pace: Callable[[], float], least: int = 1) -> None:
        self.name = name
        self.pushed = 0
        self.latest: Optional[Reading] = None
        self._emit = emit
        self._pace = pace
        self._least = least
        self._buffer: List[float] = []
        self._steps: List[int] = []
        self._device = OnDevice()
        self._totals = Totals()
        self._due = 0.0

    def push(self, reading: Reading) -> None:
        """Record the next point."""
        self.pushed += 1
        self.latest = reading
        if type(reading) is float and not self._device:
            self._buffer.append(reading)
        else:
            self._device.put(reading)
        now = _clock()
        if now >= self._due and self.pushed >= self._least:
            self._due = now + self._pace()
            self.flush()

    def push_at(self, step: int, value: float) -> None:
        """Record a point at a step of its own. A series has such points only, or none."""
        self._steps.append(step)
        self.push(value)

    def flush(self, final: bool = False) -> None:
        """Send what has gathered. Slices, so that a point another thread appends meanwhile is not lost."""
        if self.pushed < self._least:
            return
        if self._device:
            self._buffer += self._device.take(final)
        values = self._buffer[:]
        del self._buffer[: len(values)]
        if not values and not final:
            return
        steps: Sequence[int] = range(self._totals.count, self._totals.count + len(values))
        if self._steps:
            steps = self._steps[: len(values)]
            del self._steps[: len(values)]
        self._send(steps, values, final)

    def _send(self, steps: Sequence[int], values: Sequence[float], final: bool) -> None:
        thinned = thin(values)
        self._totals.add(values, thinned)
        self._emit(
            "series",
            name=self.name,
            steps=[steps[i] for i in thinned.kept],
            values=[values[i] for i in thinned.kept],
            final=final,
            **self._totals.fields(),
        )
