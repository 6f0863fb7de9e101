"""Epochs of the learner's loops, marked in the curves that run through them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

STEPS = """
    for i in range(10):
        loss = 1.0 / (i + 2)
"""


def epochs(run: Callable, code: str, name: str = "loss", **job: Any) -> tuple[list[int], int]:
    """The marks of a series, over all its messages, and the number told last."""
    ran = run(code, **job)
    assert ran.err == ""
    messages = [message for message in ran.said("series") if message["name"] == name]
    return [at for message in messages for at in message.get("epochs", [])], messages[-1].get(
        "epoch_count", 0
    )


@pytest.mark.parametrize(
    "loop",
    [
        "for epoch in range(4):",
        "for ep in range(4):",
        "for _ in range(num_epochs):",
        "from tqdm import tqdm\nfor e in tqdm(range(num_epochs), disable=True):",
        "epoch = 0\nwhile epoch < num_epochs:\n    epoch += 1",
        "for epoch in range(4):\n    if epoch > 9: continue",
    ],
)
def test_every_pass_of_a_loop_over_epochs_is_marked(run: Callable, loop: str) -> None:
    assert epochs(run, f"num_epochs = 4\n{loop}{STEPS}") == ([0, 10, 20, 30], 4)


@pytest.mark.parametrize("loop", ["for t in range(4):", "for i in epochs_seen:", "for episode in range(4):"])
def test_other_loops_are_not(run: Callable, loop: str) -> None:
    assert epochs(run, f"epochs_seen = range(4)\n{loop}{STEPS}") == ([], 0)


def test_a_series_that_begins_later_counts_from_there(run: Callable) -> None:
    code = "for epoch in range(5):\n    for i in range(3 if epoch > 2 else 0):\n        late_loss = i + 0.5\n"
    assert epochs(run, code, "late_loss") == ([0, 3], 2)


def test_a_function_called_in_each_epoch(run: Callable) -> None:
    code = f"def train(n):{STEPS}\nfor epoch in range(3):\n    train(epoch)\n"
    assert epochs(run, code) == ([0, 10, 20], 3)


def test_very_many_epochs_send_few_marks_and_an_exact_number(run: Callable) -> None:
    code = "for epoch in range(50_000):\n    loss = 1.5 + epoch\n"
    marks, count = epochs(run, code)
    assert count == 50_000
    assert len(marks) < 10_000


def test_learning_rates_have_steps_of_their_own_and_no_marks(run: Callable) -> None:
    code = """import torch
w = torch.ones(2, requires_grad=True)
opt = torch.optim.SGD([w], lr=0.1)
sched = torch.optim.lr_scheduler.StepLR(opt, 1)
for epoch in range(4):
    for i in range(3):
        loss = (w**2).sum()
        loss.backward()
        opt.step()
    sched.step()
"""
    assert epochs(run, code, "lr") == ([], 0)
    assert epochs(run, code, "loss") == ([0, 3, 6, 9], 4)
    assert epochs(run, code, "grad norm", grad_norm=True) == ([0, 3, 6, 9], 4)
