"""The curves of this run and of earlier ones, grouped by what belongs on one pair of axes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from studytui.plot import Ghost, Series
from studytui.plot.units import by_unit
from studytui.runner.events import SeriesPoints

MOST_KEPT = 6
"""Runs kept for comparison: more could not be told apart."""


class Group(NamedTuple):
    """Series drawn together, with what earlier runs recorded under the same names."""

    live: tuple[Series, ...]
    ghosts: tuple[Ghost, ...]


@dataclass
class RecordedRun:
    """What one run recorded, under a name the learner may change."""

    name: str
    kept: bool = False
    series: dict[str, Series] = field(default_factory=dict)

    @property
    def curves(self) -> list[str]:
        """The names of the series that are curves: one value is none."""
        return [name for name, one in self.series.items() if one.count > 1]


class Curves:
    """Collects batches of points; bounded, however long the run."""

    def __init__(self) -> None:
        self._number = 1
        self.live = RecordedRun("run 1")
        self.earlier: list[RecordedRun] = []

    def begin(self) -> None:
        """A new run: what was recorded becomes a ghost to compare with; kept runs stay."""
        if self.live.curves:
            self.earlier = [run for run in self.earlier if run.kept] + [self.live]
            self._number += 1
        self.live = RecordedRun(f"run {self._number}")

    def add(self, points: SeriesPoints) -> None:
        """Take in a batch."""
        series = self.live.series.get(points.name)
        if series is None:
            series = self.live.series[points.name] = Series(points.name)
        series.extend(points.steps, points.values)
        series.epochs.add(points.epochs, points.epoch_count)
        if points.final:
            series.finish(points)

    # Runs to compare

    @property
    def runs(self) -> list[RecordedRun]:
        """All runs with curves, the oldest first."""
        return [run for run in (*self.earlier, self.live) if run.curves]

    @property
    def newest(self) -> RecordedRun | None:
        """The run that is shown: this one, or the one before while this one has no curve yet."""
        return self.runs[-1] if self.runs else None

    @property
    def full(self) -> bool:
        """Whether as many runs are kept as can be told apart."""
        return sum(run.kept for run in self.runs) >= MOST_KEPT

    def drop(self, run: RecordedRun) -> None:
        """Forget an earlier run; of the one that is shown only the mark is taken."""
        run.kept = False
        self.earlier = [one for one in self.earlier if one is not run]

    def forget_ghosts(self) -> None:
        """Drop all earlier runs."""
        self.earlier = []

    def clear(self) -> None:
        """Drop everything."""
        self.live, self.earlier = RecordedRun(f"run {self._number}"), []

    @property
    def has_ghosts(self) -> bool:
        """Whether an earlier run is there."""
        return bool(self.earlier)

    def groups(self) -> list[Group]:
        """Losses share their axes, and so do learning rates.

        Before the new run has recorded a curve, the earlier ones are still shown.
        """
        names = self.live.curves or (self.earlier[-1].curves if self.earlier else [])
        return [self._group(part) for part in by_unit(names)]

    def _group(self, names: list[str]) -> Group:
        ghosts = [
            Ghost(run.series[name], run.name if run.kept else "before", run.kept)
            for run in self.earlier
            for name in names
            if name in run.series
        ]
        return Group(tuple(_known(names, self.live.series)), tuple(ghosts))


def _known(names: list[str], series: Mapping[str, Series]) -> list[Series]:
    return [series[name] for name in names if name in series]
