"""Scalars that live on a device are read in bulk, in order, and never make a step wait."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

QUEUE = """
import torch
from studytui.sandbox.inside.capture.on_device import OnDevice
queue = OnDevice()
queue.put([torch.tensor(1.0), 2.0, torch.tensor(3.0)])
first = queue.take(final=False)
queue.put([4.0, torch.tensor(5.0)])
print(first + queue.take(final=False) + queue.take(final=True), queue.take(final=True))
"""

ON_GPU = """
import torch
device = torch.device("cuda")
w = torch.tensor(4.0, device=device, requires_grad=True)
seen = []
running_loss = torch.zeros((), device=device)
for t in range(500):
    loss = (w - 1) ** 2
    loss.backward()
    with torch.no_grad():
        w -= 0.01 * w.grad
        w.grad = None
    running_loss += loss.detach()
    seen.append(loss.detach())
seen = torch.stack(seen).tolist()
total = running_loss.item()
"""


def test_numbers_and_tensors_keep_their_order() -> None:
    ran = subprocess.run([sys.executable, "-c", QUEUE], cwd=ROOT, capture_output=True, text=True, check=False)
    assert ran.stdout == "[1.0, 2.0, 3.0, 4.0, 5.0] []\n", ran.stderr


@pytest.mark.gpu
def test_every_loss_on_a_gpu_is_counted_with_its_own_value(run: Callable) -> None:
    if "True" not in run("import torch\nprint(torch.cuda.is_available())\n").out:
        pytest.skip("no CUDA device")
    ran = run(ON_GPU, exports=["seen[0]", "seen[-1]", "min(seen)", "total"])
    loss, running = ran.series["loss"], ran.series["running_loss"]
    assert (loss["count"], running["count"]) == (500, 500)
    assert [loss["first"], loss["last"], loss["min"]] == pytest.approx(
        [ran.exported[name]["data"] for name in ("seen[0]", "seen[-1]", "min(seen)")]
    )
    assert running["first"] == pytest.approx(9.0)
    assert running["last"] == pytest.approx(ran.exported["total"]["data"])
