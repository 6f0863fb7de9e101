"""Reading the events of a detached run, from the first on, while they are being written."""

from __future__ import annotations

import os
from pathlib import Path

import msgspec

from studytui.runner.events import AnyEvent, Finished

CHUNK = 1 << 20
"""Bytes read at a time."""
ENDING = 16 << 10
"""Bytes in which the last event is looked for."""


class Reader:
    """Whole lines only: one that is still being written, or was never finished, is left alone."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._at = 0
        self._rest = b""

    def read(self) -> list[AnyEvent]:
        """What was added since the last time, up to `CHUNK` bytes; nothing more: an empty list."""
        try:
            with self._path.open("rb") as file:
                file.seek(self._at)
                data = file.read(CHUNK)
        except FileNotFoundError:
            return []  # nothing has happened yet
        self._at += len(data)
        *lines, self._rest = (self._rest + data).split(b"\n")
        events = [event for line in lines if (event := decoded(line)) is not None]
        return events if events or not data else self.read()


def ending(path: Path) -> Finished | None:
    """How the run ended, without reading the rest; None when that was never written."""
    try:
        with path.open("rb") as file:
            size = file.seek(0, os.SEEK_END)
            file.seek(max(0, size - ENDING))
            lines = file.read().split(b"\n")
    except OSError:
        return None
    event = decoded(lines[-2]) if len(lines) > 1 and not lines[-1] else None
    return event if isinstance(event, Finished) else None


def decoded(line: bytes) -> AnyEvent | None:
    """One event; None for a line of another version, or one that a full disk cut in two."""
    try:
        return _DECODER.decode(line)
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return None


_DECODER: msgspec.json.Decoder[AnyEvent] = msgspec.json.Decoder(AnyEvent)
