"""What recording the loss costs: a 30,000-step loop as a run, beside the same file under plain python."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from studytui.runner.events import Stdout
from studytui.runner.request import Limits, RunnerOptions, RunRequest
from studytui.runner.runner import Runner
from tests.benchmarks.row import Row, interleaved

CODE = """import math, time, torch
torch.set_num_threads(1)
torch.manual_seed(0)
x = torch.linspace(-math.pi, math.pi, 2000)
y = torch.sin(x)
xx = x.unsqueeze(-1).pow(torch.tensor([1, 2, 3]))
model = torch.nn.Sequential(torch.nn.Linear(3, 1), torch.nn.Flatten(0, 1))
loss_fn = torch.nn.MSELoss(reduction="sum")
optimizer = torch.optim.RMSprop(model.parameters(), lr=1e-3)
def steps(count):
    for t in range(count):
        loss = loss_fn(model(xx), y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
steps(500)
begin = time.thread_time()
steps(30_000)
print((time.thread_time() - begin) * 1e3)
"""


def rows(rounds: int = 2) -> list[Row]:
    """Measure both, in turn, in CPU time of the loop."""
    loop = asyncio.new_event_loop()
    runner = Runner(RunnerOptions())
    loop.run_until_complete(runner.start())
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "loop.py"
        file.write_text(CODE)
        ours, bare = interleaved(
            rounds, [lambda: loop.run_until_complete(recorded(runner)), lambda: plain(os.fspath(file))]
        )
    loop.run_until_complete(runner.close())
    return [Row("30,000 steps with their loss recorded", ours, "python file.py", bare, "ms", 1.05)]


async def recorded(runner: Runner) -> float:
    """Milliseconds of the loop as a run."""
    printed = ""
    async for event in runner.run(RunRequest(CODE, limits=Limits(timeout=300))):
        printed += event.text if isinstance(event, Stdout) else ""
    return float(printed)


def plain(file: str) -> float:
    """Milliseconds of the loop without studytui."""
    return float(subprocess.run([sys.executable, file], check=True, capture_output=True, text=True).stdout)
