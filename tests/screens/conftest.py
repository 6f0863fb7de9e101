"""The app in tests: sample lessons, a store in memory, a real runner where code is run, a real terminal."""

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
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any

import pyte
import pytest
from textual.css.query import NoMatches
from textual.pilot import Pilot

from studytui.course.library import Library
from studytui.runner.request import RunnerOptions
from studytui.study.store import Store
from studytui.tui.app import StudyApp
from studytui.tui.opening import First
from studytui.tui.screens.quiz.standing import RoundScreen

SAMPLES = Path(__file__).parent / "data" / "lessons"
NARROW = (80, 24)
WIDE = (120, 40)

MakeApp = Callable[..., StudyApp]
Until = Callable[[Pilot, Callable[[], object]], Awaitable[None]]
Seen = Callable[..., Awaitable[str]]


@pytest.fixture
def library() -> Library:
    return Library.open(SAMPLES)


@pytest.fixture
def store() -> Store:
    return Store.in_memory("")


@pytest.fixture
def study(library: Library, store: Store) -> MakeApp:
    """Makes apps that share library and store, as a learner's sessions do. `warm` starts the runner."""

    def make(lesson: str = "", *, warm: bool = False, remote: bool = True, **more: Any) -> StudyApp:
        return StudyApp(
            library, store, RunnerOptions(), first=First(lesson), warm=warm, remote=remote, **more
        )

    return make


@pytest.fixture
def picture() -> Callable[[StudyApp], str]:
    """The screen as text, a line per row, as a learner sees it."""

    def text(app: StudyApp) -> str:
        strips = app.screen._compositor.render_strips()
        return "\n".join(strip.text.rstrip() for strip in strips)

    return text


@pytest.fixture
def until() -> Until:
    """Waits for what comes in its own time: from a process, a worker, a timer, with a mount or a frame.

    What never comes fails the test.
    """

    def met(condition: Callable[[], object]) -> bool:
        try:
            return bool(condition())
        except NoMatches:
            return False  # what is asked about is not on the screen yet

    async def wait(pilot: Pilot, condition: Callable[[], object]) -> None:
        for _ in range(1200):
            if met(condition):
                return
            await pilot.pause(0.05)
        raise AssertionError("it did not happen within a minute")

    return wait


@pytest.fixture
def seen(until: Until, picture: Callable[[StudyApp], str]) -> Seen:
    """Waits until the learner sees all these texts at once; gives the screen, in a failure too."""

    async def wait(pilot: Pilot, *texts: str) -> str:
        try:
            await until(pilot, lambda: all(text in picture(pilot.app) for text in texts))
        except AssertionError:
            raise AssertionError(f"never saw {texts} at once; the screen:\n{picture(pilot.app)}") from None
        return picture(pilot.app)

    return wait


@pytest.fixture
def asked(until: Until) -> Callable[..., Awaitable[None]]:
    """Waits until a quiz asks a question (the one at this place), and takes keys for it."""

    async def wait(pilot: Pilot, place: int | None = None) -> None:
        def ready() -> bool:
            screen = pilot.app.screen
            if not isinstance(screen, RoundScreen) or not screen.asking:
                return False
            return place is None or screen.played.place == place

        await until(pilot, ready)

    return wait


@pytest.fixture
def answered(until: Until) -> Callable[[Pilot], Awaitable[None]]:
    """Waits until the answer is judged, and all that is said about it stands on the page."""

    async def wait(pilot: Pilot) -> None:
        def settled() -> bool:
            screen = pilot.app.screen
            judging = [worker for worker in pilot.app.workers if worker.group == "judge"]
            return isinstance(screen, RoundScreen) and screen.answered and not judging

        await until(pilot, settled)

    return wait


UNKNOWN_TO_PYTE = re.compile(rb"\x1b\[[<>=?][0-9;]*[a-zA-Z$]+|\x1b\[\?[0-9]+\$p|\x1b\[[0-9;]*t")
QUIET = 0.8
"""Seconds without a byte after which the screen counts as drawn."""
PATIENCE = 60.0


class Terminal:
    """A pseudo-terminal with a program in it, and an emulator that shows what a learner would see."""

    def __init__(self, words: list[str], columns: int, rows: int, **variables: str) -> None:
        self.columns, self.rows = columns, rows
        self.received = 0
        """Bytes so far."""
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            environment = os.environ | {"TERM": "xterm-256color", "TEXTUAL_ANIMATIONS": "none"} | variables
            environment.pop("COLORTERM", None)
            time.sleep(0.1)  # until the parent has set the size
            os.execve(words[0], words, environment)
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def settle(self, first: float = 3.0) -> int:
        """Show what arrives until it is quiet; returns the number of bytes."""
        count, patience = 0, first
        while received := self._read(patience):
            count += len(received)
            patience = QUIET
        return count

    def press(self, keys: str) -> int:
        """Send keys as a terminal does; returns the bytes of the answer."""
        self.send(keys)
        return self.settle(1.5)

    def send(self, keys: str) -> None:
        """Send keys without waiting."""
        os.write(self.fd, keys.encode())

    def wait_for(self, text: str) -> int:
        """Read until the text is on the screen; returns the number of bytes."""
        count = 0
        end = time.monotonic() + PATIENCE
        while not any(text in line for line in self.screen.display):
            assert time.monotonic() < end, "\n".join(self.screen.display)
            count += len(self._read(0.2))
        return count

    def ended(self) -> int:
        """Wait for the program's end; its exit code."""
        while self._read(PATIENCE):
            pass
        return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])

    def cells(self) -> list[list[tuple[str, str, str, bool]]]:
        """Character, colours and weight of every cell."""
        buffer = self.screen.buffer
        return [
            [(c.data, c.fg, c.bg, c.bold) for c in (buffer[row][column] for column in range(self.columns))]
            for row in range(self.rows)
        ]

    def close(self) -> None:
        """End the program, if it has not ended."""
        try:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        except (ProcessLookupError, ChildProcessError):
            pass  # it ended, and was waited for, in the test
        os.close(self.fd)

    def _read(self, patience: float) -> bytes:
        if not select.select([self.fd], [], [], patience)[0]:
            return b""
        try:
            received = os.read(self.fd, 65536)
        except OSError:
            return b""  # how Linux says that the program at the other end is gone
        self.received += len(received)
        self._stream.feed(UNKNOWN_TO_PYTE.sub(b"", received))
        return received


@pytest.fixture
def terminal() -> Iterator[Callable[..., Terminal]]:
    """Opens terminals: `terminal(python_source, *arguments, size=(80, 24), **environment)`."""
    opened: list[Terminal] = []

    def start(source: str, *words: str, size: tuple[int, int] = NARROW, **variables: str) -> Terminal:
        opened.append(Terminal([sys.executable, "-c", source, *words], *size, **variables))
        return opened[-1]

    yield start
    for one in opened:
        one.close()
