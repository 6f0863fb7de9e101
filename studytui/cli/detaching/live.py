"""Below what a followed run has printed: one line that says how far it is, gone as soon as it prints more."""

from __future__ import annotations

import shutil
from typing import TextIO

from studytui.cli.detaching.recent import Recent
from studytui.cli.detaching.words import reached
from studytui.cli.running.like_python import LikePython
from studytui.runner.clean import label
from studytui.runner.detached.folder import RunFolder
from studytui.runner.events import AnyEvent, Failed, Finished, Stderr, Stdout, Truncated

LEAVES = "Ctrl+C leaves it running"


class LiveLine:
    """Passes events on. Silent where there is no terminal, and behind a line that the run has not ended."""

    finished: Finished

    def __init__(self, inner: LikePython, folder: RunFolder, stream: TextIO, *, everything: bool) -> None:
        """`everything`: all that was printed before is shown, however much."""
        self._inner, self._folder, self._stream = inner, folder, stream
        self._recent = Recent(inner)
        if everything:
            self._recent.let_go()
        self._shown = ""
        self._at_start = True
        self._drawn = False

    def hear(self, event: AnyEvent) -> None:
        """Take one event."""
        if isinstance(event, Stdout | Stderr | Truncated | Failed | Finished):
            self._show("")
        self._recent.hear(event)
        if isinstance(event, Stdout | Stderr):
            self._at_start = event.text.endswith("\n")
        if isinstance(event, Finished):
            self.finished = event

    def idle(self) -> None:
        """All there was is told: draw the curves so far, once; then say where it is."""
        if not self._drawn:
            self._drawn = True
            self._recent.let_go()
            self._inner.draw()
        if self._stream.isatty() and self._at_start:
            glance = self._folder.glance()
            words = reached(glance.curve, glance.last, glance.steps) or glance.doing or "running"
            self._show(f"run {self._folder.id}: {words}; {LEAVES}")

    def _show(self, words: str) -> None:
        """Replace what the line says; "" takes it away."""
        if words != self._shown:
            width = shutil.get_terminal_size().columns - 1
            self._stream.write("\r\x1b[K" + label(words, width))
            self._stream.flush()
            self._shown = words
