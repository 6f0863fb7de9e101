"""Coming back to a run that printed a lot: its last lines are shown, so that no slow line is flooded."""

from __future__ import annotations

from collections import deque

from studytui.cli.running.like_python import LikePython
from studytui.runner.events import AnyEvent, Finished, Stderr, Stdout

MOST = 64 << 10
"""Characters of earlier output that are shown."""


class Recent:
    """Holds output back until all there was is there, or the run is over; then passes on its end."""

    def __init__(self, inner: LikePython, most: int = MOST) -> None:
        self._inner, self._most = inner, most
        self._held: deque[Stdout | Stderr] | None = deque()
        self._size = self._left_out = 0

    def hear(self, event: AnyEvent) -> None:
        """Take one event."""
        if self._held is not None and isinstance(event, Stdout | Stderr):
            self._hold(self._held, event)
            return
        if isinstance(event, Finished):
            self.let_go()
        self._inner.hear(event)

    def let_go(self) -> None:
        """Show what was held back, from the beginning of a line on; from here on all is passed on."""
        held, self._held = self._held, None
        if held is None:
            return
        if self._left_out and held:
            first = held.popleft()
            _, _, text = first.text.partition("\n")
            self._left_out += len(first.text) - len(text)
            self._inner.say(f"{self._left_out} characters before this; --all shows them")
            held.appendleft(type(first)(text))
        for event in held:
            self._inner.hear(event)

    def _hold(self, held: deque[Stdout | Stderr], event: Stdout | Stderr) -> None:
        held.append(event)
        self._size += len(event.text)
        while self._size > self._most and len(held) > 1:
            gone = len(held.popleft().text)
            self._size -= gone
            self._left_out += gone
