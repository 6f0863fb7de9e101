"""From pressing the run key to the first output on the screen, through the whole app in a pseudo-terminal."""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

from tests.benchmarks.pseudo_terminal import Person
from tests.benchmarks.row import Row

CODE = """import torch
x = torch.ones(3, requires_grad=True)
(x * 2).sum().backward()
print(x.grad, "seen", {})
"""
F5 = b"\x1b[15~"
PERCEPTIBLE = 100.0
"""Milliseconds: what a person takes for at once."""


def rows(rounds: int = 15) -> list[Row]:
    """Run the same snippet again and again, each time from a fresh process."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "snippet.py"
        file.write_text("import time\n" + CODE.format("time.time_ns()"))
        command = [sys.executable, "-m", "studytui", "play", os.fspath(file)]
        with Person(command, {"STUDYTUI_HOME": folder}) as person:
            person.until("isolation")
            time.sleep(3)  # the second stage of warming up
            taken = [_once(person) for _ in range(rounds)]
    print("  first run", round(taken[0]), "ms, all", [round(one) for one in taken])
    return [Row("run key to output seen", statistics.median(taken), "at once", PERCEPTIBLE, "ms", 1.0)]


def _once(person: Person) -> float:
    """Milliseconds from the key to a line that was not there before."""
    before = person.line_with("seen")
    begin = time.perf_counter()
    person.press(F5)
    person.wait(lambda: person.line_with("seen") not in ("", before))
    elapsed = (time.perf_counter() - begin) * 1e3
    time.sleep(0.5)
    person.read(0.1)
    return elapsed
