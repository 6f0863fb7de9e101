"""Runs side by side: where each series ended, how low it came, and what became of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from studytui.plot.describe import verdict
from studytui.plot.numbers import short
from studytui.plot.series import Series

HEADS = ("", "run", "series", "steps", "final", "least", "at step", "verdict")
BEST = "★"


@dataclass(frozen=True, slots=True)
class Compared:
    """One series of one run."""

    run: str
    series: Series
    best: bool = False
    """Whether no other run came lower with the series of this name."""

    @property
    def cells(self) -> tuple[str, ...]:
        """The row in words, under `HEADS`."""
        one = self.series
        return (
            BEST if self.best else "",
            self.run,
            one.name,
            str(one.count),
            "–" if one.last is None else short(one.last),
            "–" if one.min is None else short(one.min),
            "–" if one.min is None else str(one.min_step),
            verdict(one) or "–",
        )


def compared(runs: Iterable[tuple[str, Sequence[Series]]]) -> tuple[Compared, ...]:
    """A row for each series of each run; of several runs the one with the least value is marked."""
    pairs = [(run, one) for run, series in runs for one in series]
    return tuple(Compared(run, one, _best(one, [other for _, other in pairs])) for run, one in pairs)


def _best(one: Series, all_series: Sequence[Series]) -> bool:
    rivals = [other.min for other in all_series if other.name == one.name and other is not one]
    lower = [low for low in rivals if low is not None]
    return bool(rivals) and one.min is not None and all(one.min <= low for low in lower)


def table(rows: Sequence[Compared], name_cells: int = 14) -> tuple[str, ...]:
    """A heading and one line a row, columns aligned, names cut."""
    texts = [HEADS, *(row.cells for row in rows)]
    clipped = [
        [cell[:name_cells] if col in (1, 2) else cell for col, cell in enumerate(row)] for row in texts
    ]
    sizes = [max(len(row[col]) for row in clipped) for col in range(len(HEADS))]
    return tuple(_line(row, sizes).rstrip() for row in clipped)


def _line(row: Sequence[str], sizes: Sequence[int]) -> str:
    numbers = range(3, 7)
    return "  ".join(
        cell.rjust(size) if col in numbers else cell.ljust(size)
        for col, (cell, size) in enumerate(zip(row, sizes, strict=True))
    )
