"""The folder of one detached run: its files, and the lock that says whether someone keeps watch."""

from __future__ import annotations

import contextlib
import fcntl
import os
from pathlib import Path

import msgspec

from studytui.runner.detached.order import Glance, Order


class RunFolder:
    """`path` is named by the run's number."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.id = path.name
        self.events = path / "events.jsonl"
        self.log = path / "host.log"
        """What the watching process itself complained of."""
        self._order, self._glance = path / "order.json", path / "glance.json"
        self._lock, self._stop = path / "lock", path / "stop"

    def order(self) -> Order | None:
        """What was asked for; None when this is no folder of ours, or of another version."""
        try:
            return msgspec.json.decode(self._order.read_bytes(), type=Order)
        except (OSError, msgspec.MsgspecError):
            return None

    def glance(self) -> Glance:
        """Where it stands; nothing known until the first is written."""
        try:
            return msgspec.json.decode(self._glance.read_bytes(), type=Glance)
        except (OSError, msgspec.MsgspecError):
            return Glance()

    def write_order(self, order: Order) -> None:
        """Keep what was asked for. Raises OSError."""
        _replace(self._order, msgspec.json.encode(order))

    def write_glance(self, glance: Glance) -> None:
        """Keep where it stands. Raises OSError."""
        _replace(self._glance, msgspec.json.encode(glance))

    def claim(self) -> int:
        """Take the lock. It is held until the last copy of the descriptor is closed, also by a fork's end."""
        descriptor = os.open(self._lock, os.O_RDWR | os.O_CREAT, 0o600)
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        return descriptor

    def sign(self, descriptor: int) -> None:
        """Write our process id into the lock, for people who look."""
        os.pwrite(descriptor, b"%d\n" % os.getpid(), 0)

    @property
    def pid(self) -> int:
        """The process that keeps watch, or did; 0 when it has not said."""
        try:
            return int(self._lock.read_text())
        except (OSError, ValueError):
            return 0

    @property
    def watched(self) -> bool:
        """Whether the process that keeps watch is alive, on whatever machine."""
        try:
            descriptor = os.open(self._lock, os.O_RDWR)
        except OSError:
            return False
        try:
            fcntl.flock(descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except OSError:
            return True
        finally:
            os.close(descriptor)
        return False

    def ask_to_stop(self) -> None:
        """Leave word for the process that keeps watch. Raises OSError."""
        self._stop.touch()

    @property
    def stop_asked(self) -> bool:
        """Whether somebody wants it to end."""
        return self._stop.exists()


def _replace(file: Path, data: bytes) -> None:
    """A reader sees the old file or the new one."""
    unfinished = file.with_suffix(".tmp")
    try:
        unfinished.write_bytes(data)
        os.replace(unfinished, file)
    finally:
        with contextlib.suppress(FileNotFoundError):
            unfinished.unlink()
