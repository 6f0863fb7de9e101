"""At which points of a series epochs began."""

from __future__ import annotations

from typing import Dict, List

MOST_MARKS = 256
"""More in one message could not be told apart in any picture."""


class EpochMarks:
    """Counts epochs that have points, and keeps where those begin that were not told yet."""

    def __init__(self) -> None:
        self.steps_of_its_own = False
        """Whether points are numbered by something else than their order: then there are no marks."""
        self._count = 0
        self._last = -1
        self._untold: List[int] = []

    def begin(self, at: int) -> None:
        """Point number `at` is the first of an epoch; an epoch without points leaves no mark."""
        if at != self._last:
            self._last = at
            self._count += 1
            self._untold.append(at)

    def fields(self, recorded: int) -> Dict[str, object]:
        """For a message about the points before number `recorded`."""
        if self.steps_of_its_own or not self._count:
            return {}
        # One that begins where the series ends may stay empty.
        open_one = int(bool(self._untold) and self._untold[-1] >= recorded)
        told = self._untold[: len(self._untold) - open_one]
        del self._untold[: len(told)]
        stride = -(-len(told) // MOST_MARKS) or 1
        return {"epochs": told[::stride], "epoch_count": self._count - open_one}
