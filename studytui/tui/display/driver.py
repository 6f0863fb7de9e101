"""Textual's driver, which neither waits for a slow terminal nor outlives one that is gone."""

from __future__ import annotations

import os
import select
from collections.abc import Callable
from threading import Thread

from textual.drivers.linux_driver import LinuxDriver

from studytui.tui.display.outlet import Outlet

HANG_UP = 129
"""The conventional exit code: 128 + SIGHUP."""


class LinkDriver(LinuxDriver):
    """Writes through an `Outlet`, and has the app leave when the terminal hangs up without a signal."""

    _outlet: Outlet | None = None
    _watched = False

    def start_application_mode(self) -> None:
        """Open the way out, then do as Textual does."""
        assert self._file is not None, "the app has asked for a terminal before it came here"
        self._outlet = Outlet(self._file.fileno())
        super().start_application_mode()  # type: ignore[no-untyped-call]
        if not self._watched:
            self._watched = True
            watch = Thread(
                target=_until_hung_up, args=(self.fileno, self._leave), name="hang-up", daemon=True
            )
            watch.start()

    def _get_terminal_size(self) -> tuple[int, int]:
        """What the terminal itself says. COLUMNS and LINES, which Textual asks first, are those of whoever
        exported them, perhaps in another window or before the last resize."""
        try:
            columns, rows = os.get_terminal_size(self.fileno)
        except OSError:
            columns = rows = 0
        return (columns, rows) if columns and rows else super()._get_terminal_size()

    def write(self, data: str) -> None:
        """Never waits for the terminal."""
        assert self._outlet is not None, "the driver must be in application mode"
        self._outlet.write(data)

    def late(self, then: Callable[[], object]) -> bool:
        """Whether what was written is stuck in the link; if so, the app calls `then` once it has left."""
        return self._outlet is not None and self._outlet.late(lambda: self._soon(then))

    def close(self) -> None:
        """A terminal that reads no more does not keep the process."""
        super().close()
        if self._outlet is not None:
            self._outlet.close()

    def run_input_thread(self) -> None:
        """Read keys. A terminal that refuses to be read ends the app, with everything written down."""
        try:
            super().run_input_thread()
        except OSError:
            self._leave()

    def _leave(self) -> None:
        leave = getattr(self._app, "leave", self._app.exit)
        self._soon(lambda: leave(HANG_UP))

    def _soon(self, call: Callable[[], object]) -> None:
        """Have the app call it, from any thread."""
        try:
            self._app.call_later(call)
        except RuntimeError:
            pass  # the loop is closed: the app has ended meanwhile, and there is nothing left to do


def _until_hung_up(descriptor: int, then: Callable[[], object]) -> None:
    """Wait, at no cost, until the other end of the terminal is closed.

    Reading then gives the end of the file for ever, which Textual takes for silence and asks again at once:
    without this the app would stay, without a terminal and with a processor busy.
    """
    poll = select.poll()
    poll.register(descriptor, 0)  # hang-up is told without being asked for
    poll.poll()
    then()
