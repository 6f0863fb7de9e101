"""How long from asking a run to end until nothing of it is left, over endings of many kinds."""

from __future__ import annotations

import sys
import time

from tests.benchmarks.row import Row
from tests.sandbox.client import Client
from tests.sandbox.processes import alive, descendants, settled

_ON = "\nprint('on', flush=True)\n"
KINDS = {
    "python loop": _ON + "while True: pass",
    "sleep": _ON + "import time; time.sleep(60)",
    "matmul": "import torch\nx = torch.randn(800, 800)" + _ON + "while True: x @ x",
    "workers": "import os, time\nfor _ in range(6): os.fork() or time.sleep(60)" + _ON + "time.sleep(60)",
    "daemons": (
        "import os, time\nfor _ in range(3): os.fork() or (os.setsid(), time.sleep(60))"
        + _ON
        + "time.sleep(60)"
    ),
}
BUDGET = 300.0
OPS = ("kill", "interrupt")


def measure(rounds: int = 100) -> list[float]:
    """Milliseconds from the request to the last process gone, kinds and requests in turn."""
    client = Client(sys.executable, {})
    client.ready()
    taken = [
        _one(client, list(KINDS.values())[n % len(KINDS)], OPS[n // len(KINDS) % 2]) for n in range(rounds)
    ]
    client.close()
    return sorted(taken)


def _one(client: Client, code: str, op: str) -> float:
    settled(client)
    before = set(descendants(client.process.pid))
    run = client.begin(code)
    client.wait_for(run, "out")
    used = [pid for pid in descendants(client.process.pid) if pid not in before]
    begin = time.perf_counter()
    client.send(op, run=run)
    client.finish(run)
    spare = set(descendants(client.process.pid))
    while alive([pid for pid in used if pid not in spare]):
        time.sleep(0.0005)
    return (time.perf_counter() - begin) * 1e3


def rows(rounds: int = 40) -> list[Row]:
    """The slowest twentieth counts."""
    times = measure(rounds)
    half, most = times[len(times) // 2], times[int(len(times) * 0.95)]
    print(f"  cancel to nothing left: p50 {half:.0f} ms over {len(times)} endings")
    return [Row("cancel to nothing left, p95", most, "budget", BUDGET, "ms", 1.0)]
