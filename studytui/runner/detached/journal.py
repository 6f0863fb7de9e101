"""The events of a detached run on disk: JSON, one a line, only ever added to, and never too many."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

import msgspec

from studytui.runner.events import AnyEvent, Failed, Finished, SeriesPoints, Truncated

MOST = 32 << 20
"""Bytes of one run; what is beyond is counted and left out, except how it ended."""
RECORD = "the record"


class Journal:
    """Writes each event at once. Raises OSError when the disk is full."""

    def __init__(self, path: Path, most: int = MOST) -> None:
        self._file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        self._room = most
        self._dropped = 0

    def write(self, events: Iterable[AnyEvent]) -> None:
        """Add what there is room for."""
        for event in events:
            line = msgspec.json.encode(event) + b"\n"
            if isinstance(event, Finished) and self._dropped:
                self._add(msgspec.json.encode(Truncated(RECORD, self._dropped)) + b"\n")
            if len(line) <= self._room or _ending(event):
                self._room -= len(line)
                self._add(line)
            else:
                self._room = 0  # nothing follows what was left out
                self._dropped += len(line)

    def close(self) -> None:
        """Let go of the file."""
        os.close(self._file)

    def _add(self, line: bytes) -> None:
        while line:
            line = line[os.write(self._file, line) :]


def _ending(event: AnyEvent) -> bool:
    return isinstance(event, Failed | Finished) or (isinstance(event, SeriesPoints) and event.final)
