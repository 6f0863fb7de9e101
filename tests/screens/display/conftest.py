"""The app in a pseudo-terminal, watched by a terminal emulator that counts what it receives."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pyte
import pytest

SAMPLES = Path(__file__).parents[1] / "data" / "lessons"
PROGRAM = """
import sys
from pathlib import Path
from studytui.course.library import Library
from studytui.runner.request import RunnerOptions
from studytui.study.store import Store
from studytui.tui.app import StudyApp
from studytui.tui.opening import First
app = StudyApp(Library.open(Path(sys.argv[1])), Store.in_memory(""), RunnerOptions(),
               first=First("sample"), warm=False, remote=True)
app.lean = sys.argv[2] == "lean"
app.run()
"""
UNKNOWN_TO_PYTE = re.compile(rb"\x1b\[[<>=?][0-9;]*[a-zA-Z$]+|\x1b\[\?[0-9]+\$p|\x1b\[[0-9;]*t")
QUIET = 0.5
"""Seconds without a byte after which the screen counts as drawn."""


class Terminal:
    """A terminal of a given size running the app with or without saving bytes."""

    def __init__(self, mode: str, columns: int, rows: int) -> None:
        self.columns, self.rows = columns, rows
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            environment = os.environ | {"TERM": "xterm-256color", "TEXTUAL_ANIMATIONS": "none"}
            environment.pop("COLORTERM", None)
            time.sleep(0.1)  # until the parent has set the size
            os.execve(sys.executable, [sys.executable, "-c", PROGRAM, str(SAMPLES), mode], environment)
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def settle(self, first: float = 3.0) -> int:
        """Show what arrives until it is quiet; returns the number of bytes."""
        received = b""
        patience = first
        while select.select([self.fd], [], [], patience)[0]:
            try:
                received += os.read(self.fd, 65536)
            except OSError:
                break
            patience = QUIET
        self._stream.feed(UNKNOWN_TO_PYTE.sub(b"", received))
        return len(received)

    def press(self, keys: str) -> int:
        """Send keys as a terminal does; returns the bytes of the answer."""
        os.write(self.fd, keys.encode())
        return self.settle(1.5)

    def cells(self) -> list[list[tuple[str, str, str, bool]]]:
        """Character, colours and weight of every cell."""
        buffer = self.screen.buffer
        return [
            [(c.data, c.fg, c.bg, c.bold) for c in (buffer[row][column] for column in range(self.columns))]
            for row in range(self.rows)
        ]

    def close(self) -> None:
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.fd)


@pytest.fixture
def terminal() -> Iterator[Callable[[str, int, int], Terminal]]:
    opened: list[Terminal] = []

    def start(mode: str, columns: int = 80, rows: int = 24) -> Terminal:
        opened.append(Terminal(mode, columns, rows))
        return opened[-1]

    yield start
    for one in opened:
        one.close()
