"""The hunt for the first nan, in real runs: forward, backward, in the data, and none at all."""

import asyncio
import sys

import pytest
import pytest_asyncio

from studytui.runner.outcome import collect
from studytui.runner.request import RunnerOptions, RunRequest
from studytui.runner.runner import Runner

pytestmark = pytest.mark.asyncio(loop_scope="module")

CASES = {
    "forward": ("p = torch.tensor([0.5, -1.0])\nlogs = p.log()\nloss = logs.mean()", 3, ["log() made", "from -1 to 0.5", "Here: p [2]"]),
    "backward": ("x = torch.zeros(2, requires_grad=True)\nroot = (x * 2).sqrt() * x\nroot.sum().backward()", 4, ["In backward() of ", "for line 3"]),
    "diverging": (
        "w = torch.ones(1, requires_grad=True)\nfor step in range(400):\n    loss = (w ** 2).sum() - (w ** 2).sum() / 2\n"
        "    loss.backward()\n    with torch.no_grad():\n        w -= 50 * w.grad\n        w.grad = None",
        4, ["sub() made the first nan", "inf - inf"]),
    "data": ("data = torch.tensor([1.0, float('nan')])\nloss = data.mean()", 2, ["look at the data itself"]),
}  # fmt: skip
# ruff: noqa: E501


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def runner():
    runner = Runner(RunnerOptions())
    await runner.start()
    yield runner
    await runner.close()


@pytest.mark.parametrize("case", CASES)
async def test_the_first_nan_is_found(runner, case):
    code, line, words = CASES[case]
    failed = (await collect(runner, RunRequest("import torch\n" + code, hunt=True))).failed
    assert failed is not None
    assert (failed.error, failed.line) == ("FirstNan", line)
    for each in words:
        assert each in failed.hint, failed.hint


async def test_without_a_nan_the_run_ends_as_usual_and_says_so(runner):
    outcome = await collect(runner, RunRequest("import torch\nprint(torch.ones(2).log().sum())", hunt=True))
    assert outcome.ok
    assert outcome.stdout == "tensor(0.)\n"
    assert "No nan came up" in outcome.stderr


HUNTED_COLD = """
import sys, torch
from studytui.sandbox.inside.hunt.nan_hunt import hunting
try:
    with hunting("<string>"):
        torch.tensor([-1.0], requires_grad=True).log()
except FloatingPointError as error:
    print(error)
print("torch._dynamo" in sys.modules)
"""


async def test_the_hunt_does_not_need_the_compiler_of_torch():
    """Its import alone takes seconds, and a fresh process has not done it yet."""
    pipe = asyncio.subprocess.PIPE
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", HUNTED_COLD, stdout=pipe, stderr=pipe
    )
    out, err = await process.communicate()
    assert (out, err) == (b"the first nan came from log(); it worked on -1\nFalse\n", b"")
