"""The last source: what the code prints, line by line, and what it tells its progress bars.

Only what no other source has is taken, and only from a place in the code that prints again and again.
"""

from __future__ import annotations

import sys
from types import FrameType
from typing import Any, Dict, Iterable, List, Optional, Set, TextIO, Tuple

from .backward import Read
from .names import is_measured
from .recorder import Recorder
from .series import Series
from .told import LONGEST_LINE, NAMELESS, Told, alike, counted_in, told_in

_A_CURVE = 4
"""Fewer printed numbers of one name are a report, not a course."""
_PATIENCE = 500
"""Printed lines in a row without anything measured, after which nobody listens any more."""


class Printed:
    """Listens to standard output and to progress bars."""

    def __init__(self, recorder: Recorder, read: Read, filename: str) -> None:
        self._recorder = recorder
        self._read = read
        self._filename = filename
        self._series: Dict[Tuple[str, object], Optional[Series]] = {}
        self._own: Set[str] = set()
        self._line: List[str] = []
        self._idle = 0

    def listen(self, stream: TextIO) -> None:
        """Look at what is written to `stream` from now on; it is written all the same."""
        write = stream.write

        def watching(text: str) -> int:
            written = write(text)
            if "\n" in text:
                self._ended(text)
                if self._idle > _PATIENCE:
                    stream.write = write  # type: ignore[method-assign]
            elif len(self._line) < LONGEST_LINE:
                self._line.append(text)
            return written

        stream.write = watching  # type: ignore[method-assign]

    def bar(self, place: object, values: Iterable[Tuple[str, object]], words: str = "") -> None:
        """A progress bar was told these values, or these words. The progress goes on whatever they are."""
        for name, value in values:
            reading = None if isinstance(value, str) or not is_measured(name) else self._read(value)
            if isinstance(reading, float):
                self._take(place, Told(name, reading))
            else:
                self._all(place, told_in(f"{name}={value}"))
        self._all(place, told_in(words))

    def _ended(self, text: str) -> None:
        """One or more lines are complete."""
        lines = ("".join(self._line) + text).split("\n")
        self._line = [lines.pop()]
        place = _place(sys._getframe(2), self._filename)
        self._idle += 1
        for line in lines:
            told = told_in(line) if any(map(str.isdigit, line[:LONGEST_LINE])) or "nan" in line else []
            if not told and not self._others():
                counted = counted_in(line)
                told = [counted] if counted else []
            self._all(place, told)

    def _all(self, place: object, told: Iterable[Told]) -> None:
        for each in told:
            self._idle = 0
            self._take(place, each)

    def _take(self, place: object, told: Told) -> None:
        key = (told.name, place)
        if key not in self._series:
            self._series[key] = None if self._known(told) else self._open(told.name)
        series = self._series[key]
        if series is not None:
            series.push(told.value)

    def _open(self, name: str) -> Optional[Series]:
        self._own.add(name)
        return self._recorder.open(name, _A_CURVE)

    def _known(self, told: Told) -> bool:
        """Whether another source has it: by its name, or because this is its latest value, rounded."""
        return any(alike(series.name, told.name) or _rounded(series, told) for series in self._others())

    def _others(self) -> List[Series]:
        return [series for series in self._recorder if series.name not in self._own]


def _rounded(series: Series, told: Told) -> bool:
    """Whether `told` is what was recorded last."""
    return isinstance(series.latest, float) and told.rounds(series.latest)


def _place(frame: Optional[FrameType], filename: str) -> object:
    """The line of the learner's code that prints; elsewhere the line of the library."""
    where = frame
    while where is not None and where.f_code.co_filename != filename:
        where = where.f_back
    found: Any = where or frame
    return (found.f_code.co_filename, found.f_lineno) if found else NAMELESS
