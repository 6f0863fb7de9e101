"""A key in the editor, until its letter is seen, and its bytes: beside a bare editor, and under load."""

from __future__ import annotations

import contextlib
import os
import shlex
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.pseudo_terminal import Person
from tests.benchmarks.row import Row

BARE = [sys.executable, str(Path(__file__).with_name("bare_editor.py"))]
F5 = b"\x1b[15~"
QUIET = "#\nimport torch\n"
FLOOD = "#\nfor line in range({}):\n    print(line, 'of a flood')\n"
CURVE = """#
import torch
x = torch.ones(1, requires_grad=True)
for _ in range({}):
    loss = (x * x).sum()
    loss.backward()
"""
KEYS, BYTES = 24, 250.0


def rows() -> list[Row]:
    """Quietly, while a million lines come, while a curve grows; the bare editor in the same run."""
    bare, quiet = typed(QUIET, bare=True), typed(QUIET)
    with beside(FLOOD.format(100_000_000)):
        bare_flood = typed(QUIET, bare=True)
    full = typed(FLOOD.format(20_000), during="of a flood")
    flood = typed(FLOOD.format(1_000_000), during="of a flood")
    with beside(CURVE.format(10_000_000)):
        bare_curve = typed(QUIET, bare=True)
    curve = typed(CURVE.format(60_000), during="┤")
    print(
        f"  bytes a key: bare {bare[1]:.0f}, ours {quiet[1]:.0f}; p50 {bare[2]:.0f} ms and {quiet[2]:.0f} ms"
    )
    return [
        Row("a key on the wire, 80×24", quiet[1], "budget", BYTES, "bytes", 1.0),
        Row("a key to its letter, p95", quiet[0], "bare TextArea", bare[0], "ms", 1.2),
        Row("the same in a flood of 1e6 lines", flood[0], "bare, flood beside", bare_flood[0], "ms", 1.2),
        Row("the same beside a live curve", curve[0], "bare, loop beside", bare_curve[0], "ms", 1.2),
        Row("memory of the app in the flood", flood[3], "20,000 lines", full[3], "MB", 1.1),
    ]


def typed(code: str, *, bare: bool = False, during: str = "") -> tuple[float, float, float, float]:
    """p95 of milliseconds, bytes a key, median of milliseconds, and most MB.

    With `during` the code runs meanwhile: typing begins once that is on the screen, and it must stay there.
    """
    with tempfile.TemporaryDirectory() as folder:  # its own: a draft of the code before would come back
        file = Path(folder) / "snippet.py"
        file.write_text(code)
        ours = [sys.executable, "-m", "studytui", "play", os.fspath(file)]
        with Person([*BARE, os.fspath(file)] if bare else ours, {"STUDYTUI_HOME": folder}) as person:
            person.until("1  " if bare else "isolation")
            person.rest(1 if bare else 3)  # the second stage of warming up
            person.press(b"\x1b[F")
            person.rest(1)
            if during:
                person.press(F5)
                person.wait(lambda: person.line_with(during) != "")
            begin = person.received
            taken = [_letter(person, number) for number in range(KEYS)]
            count = (person.received - begin) / KEYS
            if during and not person.line_with(during):
                raise RuntimeError(f"{during!r} is no longer on the screen")
            return (
                statistics.quantiles(taken, n=20, method="inclusive")[-1],
                count,
                statistics.median(taken),
                person.peak_megabytes(),
            )


@contextlib.contextmanager
def beside(code: str) -> Iterator[None]:
    """The same program in another terminal: it takes as much of the processors, and nothing shows it."""
    words = f"{shlex.quote(sys.executable)} -c {shlex.quote(code)} | cat > /dev/null"
    process = subprocess.Popen(["sh", "-c", words], start_new_session=True)
    try:
        yield
    finally:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _letter(person: Person, number: int) -> float:
    """Milliseconds from a key to its letter."""
    begin = time.perf_counter()
    word = "#" + "qwertyuiopasdfghjklzxcvb"[: number + 1]
    if any(word in line for line in person.lines()):
        raise RuntimeError(f"{word} is there before it was typed")
    person.press(word[-1:].encode())
    person.wait(lambda: any(word in line for line in person.lines()))
    elapsed = (time.perf_counter() - begin) * 1e3
    person.rest(0.1)
    return elapsed
