"""A series of an earlier run, to compare with."""

from __future__ import annotations

from dataclasses import dataclass

from studytui.plot.series import Series


@dataclass(frozen=True, slots=True)
class Ghost:
    """The series, the name of its run, and whether the learner keeps it; the run before is only dim."""

    series: Series
    run: str = "before"
    kept: bool = False

    @property
    def label(self) -> str:
        """How the legend calls it."""
        return f"{self.series.name} · {self.run}" if self.kept else f"{self.series.name} {self.run}"
