"""One line of the benchmark table: what we measured, beside the alternative measured in the same run."""

from __future__ import annotations

import math
import statistics
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass


@dataclass(frozen=True)
class Row:
    """Ours beside the alternative; both in the same unit, medians of interleaved rounds."""

    what: str
    ours: float
    beside: str
    """What the alternative is."""
    alternative: float
    unit: str
    budget: float
    """Ours / alternative may be at most this; or, with `faster`, alternative / ours at least."""
    faster: bool = False

    @property
    def ratio(self) -> float:
        """Ours as a multiple of the alternative, or how many times faster ours is."""
        above, below = (self.alternative, self.ours) if self.faster else (self.ours, self.alternative)
        if below:
            return above / below
        return math.inf if above else 0.0

    def facts(self) -> dict[str, str | float | bool]:
        """The row as data."""
        return {**asdict(self), "ratio": self.ratio, "met": self.met}

    @property
    def met(self) -> bool:
        """Whether the budget holds."""
        return self.ratio >= self.budget if self.faster else self.ratio <= self.budget

    def words(self) -> str:
        """The row as a line of text."""
        sign = "≥" if self.faster else "≤"
        kind = "× faster" if self.faster else "×"
        verdict = "met" if self.met else "MISSED"
        return (
            f"{self.what}: {self.ours:.1f} {self.unit}"
            f" beside {self.alternative:.1f} {self.unit} ({self.beside})"
            f" = {self.ratio:.2f} {kind}, budget {sign} {self.budget:g}: {verdict}"
        )


def interleaved(rounds: int, measures: Sequence[Callable[[], float]]) -> list[float]:
    """Medians of several measures taken in turn, so that a busy moment hits all of them alike."""
    taken: list[list[float]] = [[] for _ in measures]
    for _ in range(rounds):
        for values, measure in zip(taken, measures, strict=True):
            values.append(measure())
    return [statistics.median(values) for values in taken]
