"""Gathers what one run says, to be kept in the history."""

from __future__ import annotations

from datetime import UTC, datetime

from studytui.runner.events import AnyEvent, Finished, SeriesPoints, Stderr, Stdout, ValueShown
from studytui.study.snippets.history import MOST_TEXT, KeptRun, bounded

MOST_GATHERED = 50_000
"""Points of a curve that are gathered before they are thinned to every second one."""


class Recording:
    """Fed with the events of one run, in order."""

    def __init__(self, code: str) -> None:
        self.code = code
        self._text = ""
        self._points: dict[str, tuple[list[int], list[float | str]]] = {}

    def hear(self, event: AnyEvent) -> None:
        """Take in one event."""
        if isinstance(event, Stdout | Stderr):
            self._text = (self._text + event.text)[-MOST_TEXT:]
        elif isinstance(event, ValueShown):
            self._text = f"{self._text}{event.text}\n"[-MOST_TEXT:]
        elif isinstance(event, SeriesPoints):
            steps, values = self._points.setdefault(event.name, ([], []))
            steps += event.steps
            values += event.values
            if len(steps) > MOST_GATHERED:
                del steps[1::2], values[1::2]

    def kept(self, event: Finished) -> KeptRun:
        """The whole run, bounded. Single values are no curves."""
        curves = {name: bounded(*points) for name, points in self._points.items() if len(points[0]) > 1}
        return KeptRun(
            at=datetime.now(UTC),
            code=self.code,
            output=self._text,
            status=str(event.status),
            seconds=event.seconds,
            curves=curves,
        )
