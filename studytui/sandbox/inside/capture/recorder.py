"""All series of a run, by name."""

from __future__ import annotations

from typing import Dict, Iterator, Optional

from ..emitting import Emit
from .series import Series

MOST_SERIES = 64
LONGEST_NAME = 60
_PACE = 0.08
"""Seconds between two messages of a series, while there are few."""
_PACED = 8
"""With more series than this each is sent less often: all together, near 100 messages a second."""


class Recorder:
    """Opens series and closes them all at the end."""

    def __init__(self, emit: Emit) -> None:
        self._emit = emit
        self._series: Dict[str, Series] = {}
        self._on_device = False
        self._in_epochs = False

    def __iter__(self) -> Iterator[Series]:
        return iter(self._series.values())

    def get(self, name: str) -> Optional[Series]:
        """The series of this name, if there is one."""
        return self._series.get(name)

    def open(self, name: str, least: int = 1) -> Optional[Series]:
        """The series of this name, begun if need be; None when there are too many.

        Nothing is sent of a new one before it has `least` points.
        """
        name = name[:LONGEST_NAME]
        if name not in self._series and len(self._series) < MOST_SERIES:
            self._series[name] = Series(name, self._emit, self._pace, least)
            self._series[name].on_device = self._on_device
            if self._in_epochs:
                self._series[name].epochs.begin(0)
        return self._series.get(name)

    def expect_device(self) -> None:
        """From now on readings may be tensors."""
        if not self._on_device:
            self._on_device = True
            for series in self:
                series.on_device = True

    def begin_epoch(self) -> None:
        """What is recorded from now on belongs to the next epoch."""
        self._in_epochs = True
        for series in self._series.values():
            series.begin_epoch()

    def close(self) -> None:
        """Send what is left of every series, with its exact totals."""
        for series in self:
            series.flush(final=True)

    def _pace(self) -> float:
        return _PACE * max(1.0, len(self._series) / _PACED)
