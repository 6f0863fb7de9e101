"""Python's standard streams on descriptors 0 to 2, buffered as they are in a terminal, and in its order."""

from __future__ import annotations

import io
import sys

from .in_turn import InTurn

_BUFFER = 8192


def open_standard() -> None:
    """Replace Python's standard streams: lines appear at once, odd characters never raise."""
    sys.stdin = sys.__stdin__ = io.TextIOWrapper(  # type: ignore[misc]
        io.BufferedReader(io.FileIO(0, "r", closefd=False)), encoding="utf-8", errors="replace"
    )
    sys.stdout = sys.__stdout__ = _writer(1)  # type: ignore[misc]
    sys.stderr = sys.__stderr__ = _writer(2)  # type: ignore[misc]


def flush() -> None:
    """Write out what is buffered; the learner's code may have closed or replaced either."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except BaseException:
            pass  # closed, or an object of the learner's own: there is nobody left to tell


def _writer(descriptor: int) -> io.TextIOWrapper:
    buffered = io.BufferedWriter(io.FileIO(descriptor, "w", closefd=False), _BUFFER)
    return InTurn(buffered, encoding="utf-8", errors="backslashreplace", line_buffering=True)
