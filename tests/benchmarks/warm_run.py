"""A run through the whole chain beside `python file.py` and beside a bare fork of a torch-loaded process."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from studytui.runner.events import Finished, Stdout
from studytui.runner.request import RunnerOptions, RunRequest
from studytui.runner.runner import Runner
from tests.benchmarks.row import Row, interleaved

CODE = """import torch
x = torch.tensor([1., 2., 3.], requires_grad=True)
(x ** 2).sum().backward()
print(x.grad)
"""

FORKED = """import os, sys, time, torch
torch.set_num_threads(1)
(torch.randn(8, 8) @ torch.randn(8, 8)).sum().item()
code = compile(sys.stdin.read(), "snippet", "exec")
for _ in range(int(sys.argv[1])):
    time.sleep(0.05)
    r, w = os.pipe()
    begin = time.perf_counter()
    if os.fork() == 0:
        os.dup2(w, 1)
        exec(code)
        sys.stdout.flush()
        os._exit(0)
    os.close(w)
    os.read(r, 100)
    print((time.perf_counter() - begin) * 1e3, file=sys.stderr)
    os.close(r)
    os.wait()
"""


async def first_output(runner: Runner) -> float:
    """Milliseconds from the request to the first text."""
    begin = time.perf_counter()
    seen = float("nan")
    async for event in runner.run(RunRequest(code=CODE)):
        if isinstance(event, Stdout) and seen != seen:
            seen = (time.perf_counter() - begin) * 1e3
        if isinstance(event, Finished):
            break
    await asyncio.sleep(0.15)  # what a person needs between two runs; the spare is prepared meanwhile
    return seen


def cold(file: str) -> float:
    """Milliseconds of `python file`."""
    begin = time.perf_counter()
    subprocess.run([sys.executable, file], check=True, capture_output=True)
    return (time.perf_counter() - begin) * 1e3


def forked(times: int) -> float:
    """Median milliseconds to the first output of a bare fork of a torch-loaded process."""
    command = [sys.executable, "-c", FORKED, str(times)]
    said = subprocess.run(command, input=CODE, capture_output=True, text=True, check=True).stderr
    values = sorted(float(word) for word in said.split())
    return values[len(values) // 2]


def rows(rounds: int = 9) -> list[Row]:
    """Measure all three, in turn."""
    loop = asyncio.new_event_loop()
    runner = Runner(RunnerOptions())
    loop.run_until_complete(runner.start())
    loop.run_until_complete(asyncio.sleep(4))  # until fully warm
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "snippet.py"
        file.write_text(CODE)
        ours, python, fork = interleaved(
            rounds,
            [
                lambda: sorted(loop.run_until_complete(first_output(runner)) for _ in range(7))[3],
                lambda: cold(os.fspath(file)),
                lambda: forked(7),
            ],
        )
    loop.run_until_complete(runner.close())
    return [
        Row("clean run to first output", ours, "python file.py", python, "ms", 100, faster=True),
        Row("clean run to first output", ours, "bare fork, no layers", fork, "ms", 1.5),
    ]
