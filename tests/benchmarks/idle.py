"""What the app costs when nobody does anything: bytes on the wire and processor time, over some seconds."""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

from tests.benchmarks.pseudo_terminal import Person
from tests.benchmarks.row import Row

BARE = [sys.executable, str(Path(__file__).with_name("bare_editor.py"))]
OURS = [sys.executable, "-m", "studytui", "play"]
SECONDS = 8.0


def rows() -> list[Row]:
    """Both in the editor; ours with its runner warm, and as over SSH, where no cursor blinks."""
    with tempfile.TemporaryDirectory() as home:
        ours = _rest(OURS, "isolation", {"STUDYTUI_HOME": home, "SSH_TTY": "/dev/pts/0"})
        bare = _rest(BARE, "import", {})
    print(f"  bare editor, its cursor blinking: {bare[0]:.0f} bytes, {bare[1]:.2f} % of a processor")
    return [
        Row("idle, bytes a second", ours[0] / SECONDS, "nothing", 0.0, "bytes", 1.0),
        Row("idle, processor", ours[1], "budget", 0.5, "%", 1.0),
        Row("memory of the app process", ours[2], "budget", 120.0, "MB", 1.0),
    ]


def _rest(command: list[str], text: str, environment: dict[str, str]) -> tuple[float, float, float]:
    """Bytes, percent of a processor, and most MB."""
    with Person(command, environment) as person:
        person.until(text)
        person.rest(5)  # what the start still has to do
        before, begin = person.cpu_seconds(), time.perf_counter()
        count = person.rest(SECONDS)
        spent = person.cpu_seconds() - before
        return float(count), 100 * spent / (time.perf_counter() - begin), person.peak_megabytes()
