"""The small file that says where a detached run stands, kept up while it goes on."""

from __future__ import annotations

import time

import msgspec

from studytui.runner.detached.folder import RunFolder
from studytui.runner.detached.order import Glance
from studytui.runner.events import AnyEvent, SeriesPoints, Started
from studytui.runner.status import Ready, RunnerStatus, Waiting, Warming


class Glances:
    """Takes what happens; writes only what has changed."""

    def __init__(self, folder: RunFolder) -> None:
        self._folder = folder
        self._now = self._written = Glance()

    def hear(self, status: RunnerStatus) -> None:
        """What the runner says before the code runs."""
        if isinstance(status, Waiting):
            self._doing(f"waiting for {status.launcher} {status.said}".rstrip())
        elif isinstance(status, Warming):
            self._doing(f"getting ready: {status.stage}")
        elif isinstance(status, Ready):
            self._doing("")

    def take(self, event: AnyEvent) -> None:
        """What the run says."""
        if isinstance(event, Started):
            self._now = msgspec.structs.replace(self._now, doing="", began=time.time())
        elif isinstance(event, SeriesPoints) and self._tells_more(event.name):
            steps = event.count or (event.steps[-1] + 1 if event.steps else self._now.steps)
            last = event.values[-1] if event.values else event.last
            self._now = msgspec.structs.replace(self._now, curve=event.name, steps=steps, last=last)

    def write(self) -> None:
        """Raises OSError."""
        if self._now != self._written:
            self._folder.write_glance(self._now)
            self._written = self._now

    def _doing(self, words: str) -> None:
        self._now = msgspec.structs.replace(self._now, doing=words)

    def _tells_more(self, name: str) -> bool:
        """The first curve, until one comes that is called a loss."""
        shown = self._now.curve
        return not shown or name == shown or ("loss" in name and "loss" not in shown)
