"""Ctrl+C: the first interrupts the run, the second kills it. A hang-up or termination kills at once."""

from __future__ import annotations

import asyncio
import signal
from types import TracebackType

from studytui.runner.run import Run


class Interrupts:
    """While it is entered, signals go to the run."""

    def __init__(self, run: Run, *, hang_up: bool = True) -> None:
        """`hang_up`: the end of the terminal ends the run."""
        self.count = 0
        """Times Ctrl+C was pressed."""
        self._run = run
        self._killing = (signal.SIGTERM, signal.SIGHUP) if hang_up else (signal.SIGTERM,)

    def __enter__(self) -> Interrupts:
        loop = asyncio.get_running_loop()
        loop.add_signal_handler(signal.SIGINT, self._interrupt)
        for number in self._killing:
            loop.add_signal_handler(number, self._run.kill)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        loop = asyncio.get_running_loop()
        for number in (signal.SIGINT, *self._killing):
            loop.remove_signal_handler(number)

    def _interrupt(self) -> None:
        self.count += 1
        if self.count == 1:
            self._run.interrupt()
        else:
            self._run.kill()
