"""Our standard input, passed on to the run line by line: a file, a pipe or a person typing."""

from __future__ import annotations

import asyncio
import sys
import threading
from types import TracebackType

from studytui.runner.run import Run


class StandardInput:
    """While it is entered, a thread reads lines. It is a daemon: waiting for a line never delays the end."""

    def __init__(self, run: Run, *, taken: bool) -> None:
        """`taken`: the program itself came from standard input, so there is nothing left to read."""
        self._run = run
        self._taken = taken

    def __enter__(self) -> StandardInput:
        if not self._taken:
            loop = asyncio.get_running_loop()
            threading.Thread(target=self._read, args=(loop,), daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._taken = True

    def _read(self, loop: asyncio.AbstractEventLoop) -> None:
        for line in iter(self._line, ""):
            if self._taken or loop.is_closed():
                return
            loop.call_soon_threadsafe(self._run.send_input, line)
        if not self._taken and not loop.is_closed():
            loop.call_soon_threadsafe(self._run.end_input)

    @staticmethod
    def _line() -> str:
        try:
            return sys.stdin.readline() if sys.stdin is not None else ""
        except (ValueError, OSError):  # closed, or not text: the run meets the end of the file
            return ""
