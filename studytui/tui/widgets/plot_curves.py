"""The curves of this run and the one before, grouped by what belongs on one pair of axes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from studytui.plot import Series
from studytui.runner.events import SeriesPoints


class Group(NamedTuple):
    """Series drawn together, with what the previous run recorded under the same names."""

    live: tuple[Series, ...]
    ghosts: tuple[Series, ...]


class Curves:
    """Collects batches of points; bounded, however long the run."""

    def __init__(self) -> None:
        self._live: dict[str, Series] = {}
        self._ghosts: dict[str, Series] = {}

    def begin(self) -> None:
        """A new run: what was recorded becomes the ghost to compare with."""
        if _curves(self._live):
            self._ghosts = self._live
        self._live = {}

    def add(self, points: SeriesPoints) -> None:
        """Take in a batch."""
        series = self._live.get(points.name)
        if series is None:
            series = self._live[points.name] = Series(points.name)
        series.extend(points.steps, points.values)
        if points.final:
            series.finish(points)

    def forget_ghosts(self) -> None:
        """Drop the previous run."""
        self._ghosts = {}

    def clear(self) -> None:
        """Drop everything."""
        self._live, self._ghosts = {}, {}

    @property
    def has_ghosts(self) -> bool:
        """Whether a previous run is kept."""
        return bool(self._ghosts)

    def groups(self) -> list[Group]:
        """Losses share their axes; every learning rate has its own.

        One value is no curve. Before the new run has recorded more, the previous one is still shown.
        """
        names = _curves(self._live) or _curves(self._ghosts)
        losses = [name for name in names if not _auxiliary(name)]
        together = [losses] if losses else []
        return [self._group(part) for part in together + [[name] for name in names if _auxiliary(name)]]

    def _group(self, names: list[str]) -> Group:
        live = tuple(self._live[name] for name in names if name in self._live)
        ghosts = tuple(self._ghosts[name] for name in names if name in self._ghosts)
        return Group(live, ghosts)


def _curves(series: Mapping[str, Series]) -> list[str]:
    return [name for name, one in series.items() if one.count > 1]


def _auxiliary(name: str) -> bool:
    """Learning rates, as the run names them: `lr`, `lr 2`; their scale is not that of a loss."""
    return name == "lr" or name.startswith("lr ")
