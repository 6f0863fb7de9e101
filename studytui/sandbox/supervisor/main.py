"""Where BOOT hands over: set up, serve, and leave nothing behind."""

from __future__ import annotations

import os
import signal
import time
from typing import NoReturn

from ..confine.kernel import adopt_orphans
from ..keeper.process_tree import children
from . import leftovers, scratch, strays
from .loop import Loop
from .supervisor import Supervisor

_FAREWELL = 2.0
_PAUSE = 0.005


def main(root: str) -> NoReturn:
    """Never returns. `root` is the private folder the package was unpacked to; it is removed at the end."""
    try:
        adopt_orphans()
    except OSError:
        pass  # other systems: what is out of sight there is found by process group
    lock = leftovers.claim(root)
    leftovers.remove_others(root)
    loop = Loop()
    supervisor = Supervisor(loop, root, loop.stop)
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda *_: loop.stop())
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGPIPE, signal.SIG_IGN)
    _wake_for_children(loop, supervisor)
    loop.run()
    supervisor.stop()
    _farewell()
    scratch.remove(root)
    os.close(lock)
    os._exit(0)


def _wake_for_children(loop: Loop, supervisor: Supervisor) -> None:
    """Signals wake the loop, which then buries the dead."""
    reader, writer = os.pipe()
    for end in (reader, writer):
        os.set_blocking(end, False)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    signal.set_wakeup_fd(writer, warn_on_full_buffer=False)

    def woken() -> None:
        os.read(reader, 4096)
        supervisor.bury()

    loop.watch(reader, woken)


def _farewell() -> None:
    """Wait until keepers and the warm process are gone; whatever is not by then is killed."""
    until = time.monotonic() + _FAREWELL
    while children(os.getpid()):
        strays.bury()
        if time.monotonic() > until:
            strays.sweep(set())
        if time.monotonic() > until + _FAREWELL:
            return
        time.sleep(_PAUSE)
