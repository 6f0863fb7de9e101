"""One line on the terminal while a launcher waits or torch is imported; gone once the run begins."""

from __future__ import annotations

import shutil
import time
from typing import TextIO

from studytui.runner.status import Ready, RunnerStatus, Waiting, Warming

SOON = 0.5
"""Seconds without a word: most starts are over by then."""


class WarmingLine:
    """Shows progress in place. Silent where there is no terminal."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._began = time.monotonic()
        self._shown = self._over = False

    def hear(self, status: RunnerStatus) -> None:
        """Take what the runner says about itself."""
        if self._over or not self._stream.isatty():
            return
        if isinstance(status, Warming) and time.monotonic() - self._began > SOON:
            self._show(f"{status.stage} {status.fraction:.0%}")
        elif isinstance(status, Waiting):
            self._show(f"waiting for {status.launcher} {status.said}")
        elif isinstance(status, Ready):
            self._stream.write("\r\x1b[K" if self._shown else "")
            self._over = True  # what is warmed from here on is no news: the run goes on meanwhile
        self._stream.flush()

    def _show(self, words: str) -> None:
        width = shutil.get_terminal_size().columns - 1
        self._stream.write("\r\x1b[K" + f"studytui: {words}"[:width])
        self._shown = True
