"""Events as JSON, one object a line, `type` first and `finished` last."""

from __future__ import annotations

import sys

import msgspec

from studytui.runner.events import AnyEvent, Finished


class JsonLines:
    """For programs and coding agents that call `studytui run --json`."""

    finished: Finished

    def hear(self, event: AnyEvent) -> None:
        """Print the event at once."""
        sys.stdout.buffer.write(msgspec.json.encode(event) + b"\n")
        sys.stdout.buffer.flush()
        if isinstance(event, Finished):
            self.finished = event
