"""A process of our own that no terminal can end: a new session, and the system's first process as parent."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Collection
from pathlib import Path

_FIRST_FREE = 3
_MOST_DESCRIPTORS = 4096


def detach(work: Callable[[], None], log: Path, keep: Collection[int]) -> None:
    """Do `work` in such a process and return at once. Its errors go to `log`; it keeps these descriptors.

    It must be called while there is one thread and no event loop.
    """
    sys.stdout.flush()
    sys.stderr.flush()
    child = os.fork()
    if child:
        os.waitpid(child, 0)
        return
    try:
        os.setsid()
        if os.fork():
            os._exit(0)
        _let_go(log, keep)
        work()
        sys.stderr.flush()
    except BaseException:  # noqa: BLE001  # whatever it was, the log must say it
        import traceback

        traceback.print_exc()
        sys.stderr.flush()
    finally:
        os._exit(0)


def _let_go(log: Path, keep: Collection[int]) -> None:
    """Whatever is open belongs to the terminal or the shell, and must not be held."""
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
    null = os.open(os.devnull, os.O_RDWR)
    file = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    for ours, target in ((null, 0), (null, 1), (file, 2)):
        os.dup2(ours, target)
    for descriptor in range(_FIRST_FREE, _MOST_DESCRIPTORS):
        if descriptor not in keep:
            try:
                os.close(descriptor)
            except OSError:
                continue  # it was not open
