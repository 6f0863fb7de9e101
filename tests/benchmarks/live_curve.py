"""A live curve at 80×24: bytes and milliseconds of a frame, and memory over ten million points."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.benchmarks.pseudo_terminal import Person
from tests.benchmarks.row import Row

APP = [sys.executable, "-m", "tests.benchmarks.live_app"]
BYTES, MILLISECONDS = 600.0, 5.0
FILL = """
import random, resource, sys
from studytui.plot import Series, View, draw, loss_chart
series, rng, count = Series("loss"), random.Random(1), int(sys.argv[1])
for start in range(0, count, 10_000):
    series.extend(range(start, start + 10_000), [rng.random() for _ in range(10_000)])
    if start % (count // 10) == 0:  # ten pictures either way: only the points differ
        draw(loss_chart([series], [], View(), 80), 80, 24)
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""


def rows() -> list[Row]:
    """Measure all."""
    frame = measured()
    few, many = (peak(count) for count in (100_000, 10_000_000))
    return [
        Row(
            "live curve, a frame on the wire, 1e6 points seen", frame["bytes"], "budget", BYTES, "bytes", 1.0
        ),
        Row("live curve, a frame drawn, 1e6 points seen", frame["ms"], "budget", MILLISECONDS, "ms", 1.0),
        Row("process with a series of 1e7 points", many, "one of 1e5", few, "MB", 1.02),
    ]


def measured() -> dict[str, float]:
    """What the frames of the app cost."""
    with tempfile.TemporaryDirectory() as folder:
        answer = Path(folder) / "answer"
        with Person([*APP, str(answer)], {"STUDYTUI_HOME": folder}) as person:
            person.wait(lambda: answer.exists() and answer.read_text() != "")
        found: dict[str, float] = json.loads(answer.read_text())
        return found


def peak(count: int) -> float:
    """Most MB a process ever held that took in this many points and drew them."""
    done = subprocess.run(
        [sys.executable, "-c", FILL, str(count)], capture_output=True, text=True, check=True
    )
    return float(done.stdout)
