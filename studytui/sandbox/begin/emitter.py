"""`emit(verb, **fields)`: one JSON line on descriptor 3, for display."""

from __future__ import annotations

import json
import os
import threading

from ..wire import LINE_LIMIT

MESSAGES = 3


class Emitter:
    """Thread-safe. Silent in processes the learner forks: their half lines would tear those of the run."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._owner = os.getpid()

    def __call__(self, verb: str, **fields: object) -> None:
        """Write one message; one that is too long is replaced by a note with its verb and size."""
        if os.getpid() != self._owner:
            return
        line = self._line({"verb": verb, **fields})
        if len(line) > LINE_LIMIT:
            line = self._line({"verb": verb, "oversize": len(line)})
        with self._lock:
            self._write(line)

    @staticmethod
    def _line(value: "dict[str, object]") -> bytes:
        return json.dumps(value, default=repr).encode("ascii") + b"\n"

    @staticmethod
    def _write(line: bytes) -> None:
        rest = memoryview(line)
        try:
            while rest:
                rest = rest[os.write(MESSAGES, rest) :]
        except OSError:
            pass  # the learner's code closed descriptor 3: it goes on, unreported
