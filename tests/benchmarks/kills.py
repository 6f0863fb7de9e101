"""Processes left after random members of the chain are killed with -9, in the middle of runs."""

from __future__ import annotations

import os
import random
import signal
import sys
import time

from tests.benchmarks.row import Row
from tests.sandbox.client import Client
from tests.sandbox.processes import alive, descendants, eventually

BUSY = (
    "import os, time\nfor _ in range(3):\n    if os.fork() == 0:\n        os.setsid(); time.sleep(300)\n"
    "print('on', flush=True)\ntime.sleep(300)"
)


def left_after(rounds: int = 200, each: int = 5) -> int:
    """Processes that outlived their supervisor; `each` kills are made per supervisor, the last is of it."""
    left = 0
    for _ in range(rounds // each):
        client = Client(sys.executable, {"namespaces": random.choice([True, False])})
        client.ready("torch")
        seen: set[int] = set()
        for _ in range(each - 1):
            seen |= _hit(client)
        seen |= set(descendants(client.process.pid))
        client.process.kill()
        client.process.wait()
        eventually(lambda pids=seen: not alive(list(pids)), 5)
        left += len(alive(list(seen)))
    return left


def _hit(client: Client) -> set[int]:
    """Begin a run, then kill any one process below the supervisor."""
    run = client.begin(BUSY)
    until = time.monotonic() + 3
    while time.monotonic() < until and not any(f["ev"] == "out" for f in list(client.queue(run).queue)):
        time.sleep(0.01)
    seen = set(descendants(client.process.pid))
    if seen:
        try:
            os.kill(random.choice(sorted(seen)), signal.SIGKILL)
        except ProcessLookupError:
            pass  # it had just ended by itself
    time.sleep(0.1)
    return seen | set(descendants(client.process.pid))


def rows() -> list[Row]:
    """Nothing may be left."""
    return [Row("processes left after 50 random kills", left_after(50), "none", 0.0, "", 1.0)]
