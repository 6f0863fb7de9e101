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
from .epoch_marks import EpochMarks
from .on_device import OnDevice
from .reading import Reading
from .thinning import thin
from .totals import Totals


class Series:
    """A name and its points. No message before `least` of them, nor within `pace` seconds of the last."""

    def __init__(self, name: str, emit: Emit, pace: Callable[[], float], least: int = 1) -> None:
        self.name = name
        self.on_device = False
        """Whether some readings are tensors that still have to be fetched."""
        self.push = self._pusher()
        """Records the next point."""
        self.epochs = EpochMarks()
        self._emit = emit
        self._pace = pace
        self._least = least
        self._steps: List[int] = []
        self._device = OnDevice()
        self._totals = Totals()
        self._taken = 0
        self._last_taken: Optional[Reading] = None

    def _pusher(self) -> Callable[[Reading], None]:
        """A closure over the list, because it runs at every step of the learner's loop."""
        self._buffer: List[Reading] = []
        self._due = 0.0
        append, clock = self._buffer.append, time.perf_counter

        def push(reading: Reading) -> None:
            append(reading)
            if clock() >= self._due:
                self._due = clock() + self._pace()
                self.flush()

        return push

    @property
    def pushed(self) -> int:
        """How many points were recorded."""
        return self._taken + len(self._buffer)

    @property
    def latest(self) -> Optional[Reading]:
        """The last point recorded."""
        return self._buffer[-1] if self._buffer else self._last_taken

    def begin_epoch(self) -> None:
        """The next point is the first of an epoch."""
        self.epochs.begin(self._taken + len(self._buffer))

    def push_at(self, step: int, value: float) -> None:
        """Record a point at a step of its own. A series has such points only, or none."""
        self.epochs.steps_of_its_own = True
        self._steps.append(step)
        self.push(value)

    def flush(self, final: bool = False) -> None:
        """Send what has gathered."""
        if self.pushed < self._least:
            return
        values = self._take(final)
        if not values and not final:
            return
        steps: Sequence[int] = range(self._totals.count, self._totals.count + len(values))
        if self._steps:
            steps = self._steps[: len(values)]
            del self._steps[: len(values)]
        self._send(steps, values, final)

    def _take(self, final: bool) -> List[float]:
        """Empty the buffer. Slices, so that a point another thread appends meanwhile is not lost."""
        taken = self._buffer[:]
        del self._buffer[: len(taken)]
        if taken:
            self._taken += len(taken)
            self._last_taken = taken[-1]
        if not self.on_device:
            return taken
        self._device.put(taken)
        return self._device.take(final)

    def _send(self, steps: Sequence[int], values: Sequence[float], final: bool) -> None:
        thinned = thin(values)
        self._totals.add(values, thinned)
        self._emit(
            "series",
            name=self.name,
            steps=[steps[i] for i in thinned.kept],
            values=[values[i] for i in thinned.kept],
            final=final,
            **self.epochs.fields(self._totals.count),
            **self._totals.fields(),
        )
