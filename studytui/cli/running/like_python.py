"""Events as `python FILE` would have printed them; how it ended on standard error; then the curves."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, BinaryIO, TextIO

from studytui.runner.clean import Cleaner
from studytui.runner.events import AnyEvent, Failed, Finished, Status, Stderr, Stdout, Truncated

if TYPE_CHECKING:
    from studytui.cli.running.curves import Curves


class _Outlet:
    """One stream of ours. A terminal gets clean text; a file or pipe gets exactly what was printed."""

    def __init__(self, stream: TextIO) -> None:
        self._bytes: BinaryIO = stream.buffer
        self._cleaner = Cleaner() if stream.isatty() else None

    def write(self, text: str) -> None:
        shown = text if self._cleaner is None else self._cleaner.feed(text)
        self._bytes.write(shown.encode("utf-8", "surrogateescape" if self._cleaner is None else "replace"))
        self._bytes.flush()


def _curves() -> Curves:
    from studytui.cli.running.curves import Curves  # nothing that only prints needs the plots

    return Curves()


class LikePython:
    """For people: the program's own output, and little else."""

    finished: Finished

    def __init__(self, *, plot: bool) -> None:
        self._out, self._err = _Outlet(sys.stdout), _Outlet(sys.stderr)
        self._curves = _curves() if plot else None
        self._failed: Failed | None = None

    def hear(self, event: AnyEvent) -> None:
        """Show one event."""
        if isinstance(event, Stdout):
            self._out.write(event.text)
        elif isinstance(event, Stderr):
            self._err.write(event.text)
        elif isinstance(event, Truncated):
            self.say(f"{event.dropped} bytes of {event.stream} were dropped")
        elif isinstance(event, Failed):
            self._failed = event
        elif isinstance(event, Finished):
            self._finish(event)
        elif self._curves is not None:
            self._curves.hear(event)

    def draw(self) -> None:
        """The curves so far, where curves are wanted."""
        if self._curves is not None:
            self._out.write(self._curves.drawn())

    def _finish(self, event: Finished) -> None:
        self.finished = event
        if event.status not in (Status.OK, Status.ERROR) and event.message:
            self.say(event.message)
        if self._failed is not None and self._failed.hint and sys.stderr.isatty():
            lesson = f" (lesson: {self._failed.lesson})" if self._failed.lesson else ""
            self.say(f"hint: {self._failed.hint}{lesson}")
        self.draw()

    def say(self, words: str) -> None:
        """Words of our own, on standard error."""
        self._err.write(f"studytui: {words}\n")
