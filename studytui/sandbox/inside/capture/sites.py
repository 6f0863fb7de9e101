"""The places in the code where values come from, and which series each of them feeds."""

from __future__ import annotations

from typing import Callable, Dict, List, NamedTuple, Optional, Set

from .reading import Reading
from .recorder import Recorder
from .series import Series

_A_CURVE = 2
"""A single `backward()` outside any loop is no curve; an assignment in a loop is the beginning of one."""

Put = Callable[[Reading], None]


class Place(NamedTuple):
    """A variable that is recorded: its name, and the function it belongs to ("" for the top level)."""

    name: str
    scope: str


class Sites:
    """Decides, at the first value of a place, which series it feeds.

    The first function to record a name has the plain name; the same name elsewhere is another thing and is
    called `loss (validate)`. A place that only repeats what a series just recorded (`loss = train_step()`,
    `value = loss.item()`) feeds none.
    """

    def __init__(self, recorder: Recorder) -> None:
        self._recorder = recorder
        self._fed: Dict[Place, Series] = {}
        self.puts: List[Put] = []
        """What to call with a value, for each place added."""
        self.assigned = 0
        """How many values came from assignments so far."""
        self.rooted = 0
        """How many scalars were the root of a `backward()` so far."""
        self.assigned_places: Set[Place] = set()
        """Name and function of every assignment that is recorded."""

    def add(self, place: Place, may_repeat: bool = True) -> int:
        """Make room for a place in the code; the number returned is its position in `puts`."""
        number = len(self.puts)
        first = self._first if may_repeat else self._feed
        self.puts.append(lambda reading: first(number, place, reading))
        return number

    def series_of(self, place: Place) -> Optional[Series]:
        """What this variable feeds, if anything yet."""
        return self._fed.get(place)

    def settle(self, place: Place) -> Optional[Series]:
        """The series that the variable feeds from now on; None when there are too many."""
        found = self._fed.get(place)
        if found is None:
            taken = any(other.name == place.name for other in self._fed)
            name = f"{place.name} ({place.scope or 'main'})" if taken else place.name
            found = self._recorder.open(name, 1 if place in self.assigned_places else _A_CURVE)
            if found is not None:
                self._fed[place] = found
        return found

    def _first(self, number: int, place: Place, reading: Reading) -> None:
        echoed = self._echoed(reading)
        if echoed is not None:
            self.puts[number] = lambda later: self._compare(number, place, echoed, later)
            return
        self._feed(number, place, reading)

    def _feed(self, number: int, place: Place, reading: Reading) -> None:
        series = self.settle(place)
        self.puts[number] = self._nowhere if series is None else series.push
        self.puts[number](reading)

    def _echoed(self, reading: Reading) -> Optional[Series]:
        """The series whose last point is this very value. 0 and 1 are too common to prove anything."""
        if not isinstance(reading, float) or reading in (0.0, 1.0):
            return None
        return next((series for series in self._recorder if _same(series.latest, reading)), None)

    def _compare(self, number: int, place: Place, echoed: Series, reading: Reading) -> None:
        if not _same(echoed.latest, reading):
            self.puts[number] = lambda later: self._first(number, place, later)
            self.puts[number](reading)

    @staticmethod
    def _nowhere(reading: Reading) -> None:
        """There are too many series already."""


def _same(latest: Optional[Reading], reading: Reading) -> bool:
    if not isinstance(latest, float) or not isinstance(reading, float):
        return latest is reading
    return latest == reading or (latest != latest and reading != reading)
