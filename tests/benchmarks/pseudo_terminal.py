"""Start a program in a pseudo-terminal and time what a person at the other end would see."""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from collections.abc import Callable
from pathlib import Path

import pyte

UNKNOWN_TO_PYTE = re.compile(rb"\x1b\[[<>=?][0-9;]*[a-zA-Z$]+|\x1b\[\?[0-9]+\$p|\x1b\[[0-9;]*t")
PATIENCE = 60.0
"""Seconds."""


class Person:
    """Someone at a terminal of 80×24 (or another size): sees the screen, presses keys."""

    def __init__(
        self, command: list[str], environment: dict[str, str], size: tuple[int, int] = (80, 24)
    ) -> None:
        self.began = time.perf_counter()
        self._pid, self._master = pty.fork()
        if self._pid == 0:
            os.execvpe(command[0], command, {**os.environ, "TERM": "xterm-256color", **environment})
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
        self._screen = pyte.Screen(*size)
        self._stream = pyte.ByteStream(self._screen)
        self.received = 0
        """Bytes so far."""

    def __enter__(self) -> Person:
        return self

    def __exit__(self, *_: object) -> None:
        os.kill(self._pid, signal.SIGKILL)
        os.close(self._master)
        with contextlib.suppress(ChildProcessError):
            os.waitpid(self._pid, 0)

    def press(self, keys: bytes) -> None:
        """Send keys as a terminal would."""
        os.write(self._master, keys)

    def read(self, seconds: float) -> None:
        """Take in what comes within this time, or its first part."""
        if select.select([self._master], [], [], seconds)[0]:
            data = os.read(self._master, 65536)
            self.received += len(data)
            self._stream.feed(UNKNOWN_TO_PYTE.sub(b"", data))

    def rest(self, seconds: float) -> int:
        """Watch for this long; how many bytes came."""
        before, end = self.received, time.perf_counter() + seconds
        while (left := end - time.perf_counter()) > 0:
            self.read(left)
        return self.received - before

    def cpu_seconds(self) -> float:
        """Processor time of the program itself, so far."""
        fields = Path(f"/proc/{self._pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def peak_megabytes(self) -> float:
        """The most memory it ever held."""
        status = Path(f"/proc/{self._pid}/status").read_text()
        return int(status.partition("VmHWM:")[2].split()[0]) / 1024

    def line_with(self, text: str) -> str:
        """The last line on the screen that holds the text and is no code; empty if none does."""
        found = [line for line in self._screen.display if text in line and "print(" not in line]
        return found[-1].strip() if found else ""

    def lines(self) -> list[str]:
        """The screen, row by row."""
        return list(self._screen.display)

    def wait(self, seen: Callable[[], bool]) -> None:
        """Watch until it is seen. Raises TimeoutError with the screen."""
        end = time.perf_counter() + PATIENCE
        while not seen():
            if time.perf_counter() > end:
                raise TimeoutError("never seen; the screen:\n" + "\n".join(self._screen.display))
            self.read(0.5)

    def until(self, text: str) -> float:
        """Watch until the text is on the screen; milliseconds since the program was started."""
        self.wait(lambda: any(text in line for line in self._screen.display))
        return (time.perf_counter() - self.began) * 1e3


def milliseconds_until(command: list[str], text: str, environment: dict[str, str]) -> float:
    """Milliseconds from starting `command` until `text` stands on its screen; the program is then killed."""
    with Person(command, environment) as person:
        return person.until(text)
