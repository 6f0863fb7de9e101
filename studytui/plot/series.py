"""A recorded scalar as it grows: bounded memory, exact totals."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Protocol

from studytui.plot.buckets import Buckets, Column
from studytui.plot.epochs import Epochs
from studytui.plot.numbers import WireNumber, finite, real

DECADES = 1000.0
"""From this ratio of largest to least value on, a logarithmic axis shows more."""


class Totals(Protocol):
    """What the last batch of a series says about all of it."""

    @property
    def count(self) -> int: ...
    @property
    def first(self) -> WireNumber: ...
    @property
    def last(self) -> WireNumber: ...
    @property
    def min(self) -> WireNumber: ...
    @property
    def max(self) -> WireNumber: ...


class Series:
    """Steps and values of one name, however many.

    `first` and `last` may be nan or inf; `min` and `max` are the finite extremes, None before the first one.
    """

    def __init__(self, name: str) -> None:
        self.name = name
        self.count = 0
        """Steps recorded so far."""
        self.first: float | None = None
        self.last: float | None = None
        self.min: float | None = None
        self.max: float | None = None
        self.min_step = 0
        self.bad = 0
        """Values that were not finite."""
        self.first_bad_step: int | None = None
        self.first_bad: float | None = None
        self.finished = False
        self.epochs = Epochs()
        self._buckets = Buckets()

    def extend(self, steps: Iterable[int], values: Iterable[WireNumber]) -> None:
        """Take in a batch; steps count from 0 and rise, values are numbers or "nan", "inf", "-inf"."""
        for step, value in zip(steps, values, strict=False):
            if step >= 0:
                self._add(step, real(value))

    def finish(self, totals: Totals) -> None:
        """The series is complete: its exact totals."""
        self.finished = True
        self.count = max(self.count, totals.count)
        self.first = self.first if totals.first is None else real(totals.first)
        self.last = self.last if totals.last is None else real(totals.last)
        low, high = finite(totals.min), finite(totals.max)
        self.min = low if self.min is None or (low is not None and low < self.min) else self.min
        self.max = high if self.max is None or (high is not None and high > self.max) else self.max

    @property
    def spans_decades(self) -> bool:
        """Whether a linear axis presses most of it flat: all positive, the least far below the largest."""
        return self.min is not None and self.max is not None and 0 < self.min < self.max / DECADES

    @property
    def resolution(self) -> tuple[int, int]:
        """How many steps are kept together, and how many such groups there are."""
        return self._buckets.width, self._buckets.used

    def columns(self, low: float, high: float, width: int) -> list[Column]:
        """The steps from low to high (not included) in `width` columns; cheap, whatever the count."""
        return self._buckets.columns(low, high, width)

    def _add(self, step: int, value: float) -> None:
        self.count = max(self.count, step + 1)
        self.first = value if self.first is None else self.first
        self.last = value
        if not math.isfinite(value):
            return self._add_bad(step, value)
        if self.min is None or value < self.min:
            self.min, self.min_step = value, step
        if self.max is None or value > self.max:
            self.max = value
        return self._buckets.add(step, value)

    def _add_bad(self, step: int, value: float) -> None:
        self.bad += 1
        if self.first_bad_step is None:
            self.first_bad_step, self.first_bad = step, value
        self._buckets.add_bad(step)
