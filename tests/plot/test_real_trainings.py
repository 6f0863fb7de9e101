"""The verdict in words, on trainings that really ran: a step too large, a dead net, a good one."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from studytui.plot import Series, verdict

PROGRAM = """
import json, torch
def train(lr, steps, model=None, noise=0.1, seed=0, batch=16):
    torch.manual_seed(seed)
    x = torch.rand(256, 1) * 2 - 1
    y = 3 * x + 1 + noise * torch.randn_like(x)
    net = model() if model else torch.nn.Linear(1, 1)
    optimizer, losses = torch.optim.SGD(net.parameters(), lr=lr), []
    for _ in range(steps):
        rows = torch.randint(0, 256, (batch,))
        loss = ((net(x[rows]) - y[rows]) ** 2).mean()
        optimizer.zero_grad(); loss.backward(); optimizer.step()
        losses.append(str(loss.item()))
    return losses
def dead():
    net = torch.nn.Sequential(torch.nn.Linear(1, 8), torch.nn.ReLU(), torch.nn.Linear(8, 1))
    torch.nn.init.constant_(net[0].bias, -50.0)
    torch.nn.init.zeros_(net[2].weight)
    net[2].bias.data.fill_(1.0)
    return net
print(json.dumps({
    "too high": train(2.5, 400), "a little too high": train(1.9, 400), "good": train(0.1, 2000),
    "good and long": train(0.05, 20000), "dead": train(0.01, 1000, dead), "no step": train(1e-9, 1000),
    "too few steps": train(0.003, 300, noise=0.0, batch=256),
}))
"""
EXPECTED = {
    "too high": "diverging",
    "good": "converged",
    "good and long": "converged",
    "dead": "plateau",
    "no step": "plateau",
    "too few steps": "still falling",
}


@pytest.fixture(scope="module")
def losses() -> dict[str, list[str]]:
    run = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True)
    return json.loads(run.stdout)


def recorded(values: list[str]) -> Series:
    series = Series("loss")
    series.extend(range(len(values)), values)
    return series


@pytest.mark.parametrize("name", EXPECTED)
def test_what_became_of_it(losses: dict[str, list[str]], name: str) -> None:
    assert verdict(recorded(losses[name])) == EXPECTED[name]


def test_a_step_a_little_too_large_is_never_called_converged(losses: dict[str, list[str]]) -> None:
    assert verdict(recorded(losses["a little too high"])) in ("diverging", "plateau", "")
