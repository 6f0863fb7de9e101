"""The second source: scalars on which `backward()` is called."""

from __future__ import annotations

import functools
import sys
from types import CodeType, FrameType
from typing import Any, Callable, Dict, List, Optional, Tuple

from .reading import Reading
from .roots import Root, root_in
from .series import Series
from .sites import Place, Sites

Read = Callable[[object], Optional[Reading]]


class _Beside:
    """A variable that an assignment records as well."""

    def __init__(self, place: Place) -> None:
        self.place = place
        self.series: Optional[Series] = None
        self.seen = 0
        """How many points its series had at the last root."""


class Roots:
    """Watches roots; what an assignment has recorded since the last one is not taken again."""

    def __init__(self, sites: Sites, read: Read, filename: str, known: Dict[int, Root]) -> None:
        self._sites = sites
        self._read = read
        self._filename = filename
        self._known = known
        self._calls: Dict[Tuple[int, int], Callable[[object], None]] = {}
        self._codes: List[CodeType] = []
        self._beside: Dict[Place, _Beside] = {}
        self._assigned = 0

    def install(self, torch: Any) -> None:
        """Put a watching `Tensor.backward` before torch's own."""
        original = torch.Tensor.backward

        @functools.wraps(original)
        def backward(*args: Any, **kwargs: Any) -> Any:
            if args:  # without a tensor, torch's own words say what is wrong
                self.see(args[0], sys._getframe(1))
            return original(*args, **kwargs)

        torch.Tensor.backward = backward

    def see(self, root: object, frame: FrameType) -> None:
        """Record `root` if it is a scalar that is not recorded yet; `frame` called `backward()` on it."""
        key = (id(frame.f_code), frame.f_lasti)  # hashing a code object hashes all its constants
        watch = self._calls.get(key)
        if watch is None:
            self._codes.append(frame.f_code)
            watch = self._calls[key] = self._watch(root, frame)
        watch(root)
        self._sites.rooted += 1

    def _watch(self, root: object, frame: FrameType) -> Callable[[object], None]:
        known = self._known.get(frame.f_lineno) if frame.f_code.co_filename == self._filename else None
        found = known or root_in(frame, root)
        scope = frame.f_code.co_name
        place = Place(found.text, "" if scope == "<module>" else scope)
        if place in self._sites.assigned_places:
            beside = self._beside.setdefault(place, _Beside(place))
            return lambda root: self._beside_assignment(beside, root)
        number = self._sites.add(place)
        if found.variable:
            return lambda root: self._put(number, root)
        return lambda root: self._nameless(number, root)

    def _put(self, number: int, root: object) -> None:
        reading = self._read(root)
        if reading is not None:
            self._sites.puts[number](reading)

    def _nameless(self, number: int, root: object) -> None:
        """`(loss / 4).backward()`: nothing new if something was assigned since the last root."""
        if self._sites.assigned == self._assigned:
            self._put(number, root)
        self._assigned = self._sites.assigned

    def _beside_assignment(self, beside: _Beside, root: object) -> None:
        """The assignment records this variable; only a value it missed is taken here."""
        series = beside.series
        if series is None:
            series = beside.series = self._sites.series_of(beside.place)
        if series is None or series.pushed == beside.seen:
            reading = self._read(root)
            series = self._sites.settle(beside.place) if reading is not None else None
            if series is not None:
                series.push(reading)
        if series is not None:
            beside.seen = series.pushed
        self._assigned = self._sites.assigned
