"""A plot pane with a million points behind it and a run that goes on; tells what its frames cost."""

from __future__ import annotations

import json
import math
import random
import sys
import time
from pathlib import Path

from textual.app import App, ComposeResult

from studytui.runner.events import SeriesPoints
from studytui.tui.display.lean import LeanDisplay
from studytui.tui.widgets.plot_pane import PlotPane

SEEN = 1_000_000
STEPS = 500
"""Recorded between two frames, as a fast loop does."""
FRAMES, BEFORE = 80, 8
"""Frames that are measured, and those before."""


class LiveApp(LeanDisplay, App[None]):
    """Nothing but the pane."""

    remote = False
    runner_words = ""

    def __init__(self, answer: Path) -> None:
        super().__init__()
        self._answer, self._random = answer, random.Random(1)
        self._steps = self._frames = self._bytes = self._begin = 0
        self._times: list[float] = []

    def compose(self) -> ComposeResult:
        yield PlotPane()

    def on_mount(self) -> None:
        """Feed the past at once, the present eight times a second."""
        self._pane = self.query_one(PlotPane)
        for _ in range(SEEN // 10_000):
            self._record(10_000)
        draw = self._pane._draw

        def timed() -> None:
            begin = time.thread_time()
            draw()
            self._times.append((time.thread_time() - begin) * 1e3)

        self._pane._draw = timed  # type: ignore[method-assign]
        driver = self._driver
        assert driver is not None
        write = driver.write

        def counted(data: str) -> None:
            self._bytes += len(data.encode())
            write(data)

        driver.write = counted  # type: ignore[method-assign]
        self.set_interval(1 / 8, self._go_on)

    def _record(self, count: int) -> None:
        steps = range(self._steps, self._steps + count)
        noise = self._random.gauss
        self._pane.add(
            SeriesPoints("loss", tuple(steps), tuple(math.exp(-s / 4e5) + noise(0.5, 0.05) for s in steps))
        )
        self._steps += count

    def _go_on(self) -> None:
        self._frames += 1
        if self._frames == BEFORE:
            self._begin = self._bytes
            self._times.clear()
        if self._frames == BEFORE + FRAMES:
            times = sorted(self._times)
            told = {"ms": times[len(times) // 2], "bytes": (self._bytes - self._begin) / len(times)}
            self._answer.write_text(json.dumps(told))
            self.exit()
        self._record(STEPS)


if __name__ == "__main__":
    LiveApp(Path(sys.argv[1])).run()
