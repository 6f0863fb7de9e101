"""Try something in a child process that is thrown away, so that the attempt leaves no mark on this one."""

from __future__ import annotations

import os
import select
import signal
from typing import Callable

_PATIENCE = 5.0


def attempt(action: Callable[[], None]) -> str:
    """Run `action` in a forked child. Returns "" when it worked, else why not, in words."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        _report(action, writer)
    os.close(writer)
    try:
        return _verdict(reader)
    finally:
        os.close(reader)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)


def _report(action: Callable[[], None], writer: int) -> None:
    try:
        action()
        os.write(writer, b"ok")
    except BaseException as error:
        os.write(writer, (str(error) or type(error).__name__).encode("utf-8", "replace")[:500])
    finally:
        os._exit(0)


def _verdict(reader: int) -> str:
    if not select.select([reader], [], [], _PATIENCE)[0]:
        return "no answer within %g seconds" % _PATIENCE
    said = os.read(reader, 1000).decode("utf-8", "replace")
    return "" if said == "ok" else said or "the process that tried it died"
