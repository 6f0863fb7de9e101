"""A key in the editor, until its letter is seen, and its bytes: beside a bare editor, and under load."""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

from tests.benchmarks.pseudo_terminal import Person
from tests.benchmarks.row import Row

BARE = [sys.executable, str(Path(__file__).with_name("bare_editor.py"))]
F5 = b"\x1b[15~"
QUIET = "#\nimport torch\n"
FLOOD = "#\nfor line in range(1_000_000):\n    print(line, 'of a flood')\n"
CURVE = """#
import torch
x = torch.ones(1, requires_grad=True)
for _ in range(60_000):
    (x * x).sum().backward()
"""
KEYS, BYTES = 16, 250.0


def rows() -> list[Row]:
    """Quietly, while a million lines come, while a curve grows; the bare editor in the same run."""
    with tempfile.TemporaryDirectory() as folder:
        bare = typed(folder, QUIET, bare=True)
        quiet = typed(folder, QUIET)
        flood = typed(folder, FLOOD, run=True)
        curve = typed(folder, CURVE, run=True)
    print(
        f"  bytes a key: bare {bare[1]:.0f}, ours {quiet[1]:.0f}; p50 {bare[2]:.0f} ms and {quiet[2]:.0f} ms"
    )
    return [
        Row("a key on the wire, 80×24", quiet[1], "budget", BYTES, "bytes", 1.0),
        Row("a key to its letter, p95", quiet[0], "bare TextArea", bare[0], "ms", 1.2),
        Row("the same in a flood of 1,000,000 lines", flood[0], "bare TextArea", bare[0], "ms", 1.2),
        Row("the same beside a live curve", curve[0], "bare TextArea", bare[0], "ms", 1.2),
        Row("memory of the app in the flood", flood[3], "without it", quiet[3], "MB", 1.15),
    ]


def typed(
    folder: str, code: str, *, bare: bool = False, run: bool = False
) -> tuple[float, float, float, float]:
    """p95 of milliseconds, bytes a key, median of milliseconds, and most MB."""
    file = Path(folder) / "snippet.py"
    file.write_text(code)
    ours = [sys.executable, "-m", "studytui", "play", os.fspath(file)]
    with Person([*BARE, os.fspath(file)] if bare else ours, {"STUDYTUI_HOME": folder}) as person:
        person.until("1  " if bare else "isolation")
        person.rest(1 if bare else 3)  # the second stage of warming up
        person.press(b"\x1b[F")
        person.rest(1)
        if run:
            person.press(F5)
            person.rest(1)
        begin = person.received
        taken = [_letter(person, number) for number in range(KEYS)]
        count = (person.received - begin) / KEYS
        return (
            statistics.quantiles(taken, n=20, method="inclusive")[-1],
            count,
            statistics.median(taken),
            person.peak_megabytes(),
        )


def _letter(person: Person, number: int) -> float:
    """Milliseconds from a key to its letter."""
    begin = time.perf_counter()
    word = "#" + "qwertyuiopasdfghjklzxcvb"[: number + 1]
    person.press(word[-1:].encode())
    person.wait(lambda: any(word in line for line in person.lines()))
    elapsed = (time.perf_counter() - begin) * 1e3
    person.rest(0.1)
    return elapsed
