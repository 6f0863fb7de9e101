"""A real terminal for the tests: tmux, with keys sent and the screen read as a learner would see it."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
import time
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest


class Tmux:
    """One tmux server of its own, with one window of a given size."""

    def __init__(self, home: Path) -> None:
        self.name = f"studytui-{uuid.uuid4().hex[:8]}"
        self.home = home

    def start(self, command: list[str], columns: int = 80, rows: int = 24) -> None:
        """Run a command in the window."""
        line = shlex.join(["env", f"STUDYTUI_HOME={self.home}", *command]) + "; echo EXIT=$?; sleep 600"
        self._tmux("new-session", "-d", "-x", str(columns), "-y", str(rows), "sh", "-c", line)

    def press(self, *keys: str) -> None:
        """Press keys by tmux's names: `F5`, `C-j`, `Enter`, `n`."""
        self._tmux("send-keys", *keys)

    def type(self, text: str) -> None:
        """Type text literally."""
        self._tmux("send-keys", "-l", text)

    def screen(self) -> str:
        """What is on the screen now, a line per row."""
        return self._tmux("capture-pane", "-p")

    def wait_for(self, *texts: str, seconds: float = 60) -> str:
        """The screen as soon as all texts are on it; fails with the last screen otherwise."""
        deadline = time.monotonic() + seconds
        while True:
            screen = self.screen()
            if all(text in screen for text in texts):
                return screen
            assert time.monotonic() < deadline, f"never saw {texts} in {seconds} s; the screen:\n{screen}"
            time.sleep(0.05)

    def mapped(self) -> str:
        """The files that the app's own process has mapped: what it loaded, however it was imported."""
        shell = int(self._tmux("display-message", "-p", "#{pane_pid}"))
        (app,) = Path(f"/proc/{shell}/task/{shell}/children").read_text().split()
        return Path(f"/proc/{app}/maps").read_text()

    def stop(self) -> None:
        """End the server and everything in it."""
        subprocess.run(["tmux", "-L", self.name, "kill-server"], capture_output=True, check=False)

    def _tmux(self, *arguments: str) -> str:
        command = ["tmux", "-L", self.name, "-f", os.devnull, *arguments]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout


@pytest.fixture
def tmux(tmp_path: Path) -> Iterator[Tmux]:
    """A tmux of its own, with a fresh studytui home; gone after the test."""
    if shutil.which("tmux") is None:
        pytest.skip("tmux is not installed")
    terminal = Tmux(tmp_path / "home")
    yield terminal
    terminal.stop()


@pytest.fixture
def studytui() -> list[str]:
    """The command that starts the app under test."""
    return [sys.executable, "-m", "studytui"]
