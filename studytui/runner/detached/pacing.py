"""The longer a run, the more rarely its curves are written: every stretch of a week fits a small file.

A batch waits for a four-hundredth of the time the run has taken, so what is written grows with the logarithm
of that time and a picture of all of it loses nothing; from `SLOWEST` on it grows by some 7 MB a day and curve
for the fastest loops. The values a batch leaves out are still counted, and in its least and greatest.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

import msgspec

from studytui.runner.detached.thinning import kept
from studytui.runner.events import AnyEvent, Finished, SeriesPoints

SHARE = 1 / 400
SLOWEST = 30.0
"""Seconds."""
MOST_POINTS = 128
"""Points of one batch."""


class Paced:
    """Gathers batches of curves; everything else passes at once."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._began = clock()
        self._waiting: dict[str, SeriesPoints] = {}
        self._written: dict[str, float] = {}

    def take(self, event: AnyEvent) -> Iterator[AnyEvent]:
        """What is to be written now."""
        if isinstance(event, SeriesPoints):
            yield from self._gather(event)
        else:
            if isinstance(event, Finished):
                yield from self._all()
            yield event

    def due(self) -> Iterator[SeriesPoints]:
        """Batches that have waited long enough while nothing came."""
        for name in [name for name in self._waiting if self._ripe(name)]:
            yield self._let_go(name)

    def _gather(self, event: SeriesPoints) -> Iterator[SeriesPoints]:
        before = self._waiting.get(event.name)
        self._waiting[event.name] = event if before is None else _joined(before, event)
        if event.final or self._ripe(event.name):
            yield self._let_go(event.name)

    def _ripe(self, name: str) -> bool:
        now = self._clock()
        return now - self._written.get(name, self._began) >= min(SLOWEST, (now - self._began) * SHARE)

    def _let_go(self, name: str) -> SeriesPoints:
        self._written[name] = self._clock()
        return self._waiting.pop(name)

    def _all(self) -> Iterator[SeriesPoints]:
        for name in list(self._waiting):
            yield self._let_go(name)


def _joined(before: SeriesPoints, after: SeriesPoints) -> SeriesPoints:
    """One batch of two: the totals are those of the later one."""
    steps, values = before.steps + after.steps, before.values + after.values
    chosen = kept(values, MOST_POINTS)
    return msgspec.structs.replace(
        after,
        steps=tuple(steps[at] for at in chosen),
        values=tuple(values[at] for at in chosen),
        epochs=before.epochs + after.epochs,
    )
