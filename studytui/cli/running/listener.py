"""Where the events of a run go."""

from __future__ import annotations

from typing import Protocol

from studytui.runner.events import AnyEvent, Finished


class Listener(Protocol):
    """Shows events as they come; keeps the last."""

    finished: Finished

    def hear(self, event: AnyEvent) -> None:
        """Take one event."""
