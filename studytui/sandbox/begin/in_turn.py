"""Standard output and error, read in the order in which they were written.

Two pipes keep no order between them: of a line on one and a traceback on the other, written within a
millisecond, either may be read first. So whoever changes to the other stream waits until the supervisor has
read what the first one holds. That takes it some 0.1 ms.
"""

from __future__ import annotations

import fcntl
import io
import struct
import termios
from time import monotonic, sleep
from typing import ClassVar, Optional

_GLANCE = 5e-5
_PATIENCE = 0.005
"""Seconds that one change may take: the supervisor may be busy with other runs."""
_IN_ALL = 0.5
"""Seconds that a run gives to its changes; then they come as they come."""


class InTurn(io.TextIOWrapper):
    """One of the two; bytes, and what C code or another program writes to the descriptor, do not wait.

    It works also where the learner's code has emptied `builtins`: the traceback has to get out. And it wraps
    the text, not the descriptor: an interrupt that came just after the bytes had left would send them again.
    """

    _last: ClassVar[Optional[InTurn]] = None
    _left: ClassVar[float] = _IN_ALL

    def write(self, text: str) -> int:
        """As `TextIOWrapper.write`."""
        before, InTurn._last = InTurn._last, self
        if before is not None and before is not self:
            before._wait_until_read()
        return io.TextIOWrapper.write(self, text)

    def _wait_until_read(self) -> None:
        begin = monotonic()
        end = begin + (_PATIENCE if InTurn._left > _PATIENCE else InTurn._left)
        while monotonic() < end and self._unread():
            sleep(_GLANCE)
        InTurn._left -= monotonic() - begin

    def _unread(self) -> int:
        """Bytes in the pipe; 0 where the descriptor is something else by now."""
        try:
            count: int = struct.unpack("i", fcntl.ioctl(self.fileno(), termios.FIONREAD, b"\0\0\0\0"))[0]
        except (OSError, ValueError):
            return 0
        return count
