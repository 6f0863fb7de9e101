"""Eight ways to fit a curve, from numpy to a changing graph: each runs as python runs it, and is recorded."""

from __future__ import annotations

import math
import subprocess
import sys
from collections.abc import Callable

import pytest

STEPS = {
    "numpy_cubic.py": 600,
    "tensors_by_hand.py": 600,
    "autograd.py": 500,
    "own_function.py": 400,
    "linear_module.py": 500,
    "optimizer.py": 400,
    "own_module.py": 300,
    "dynamic_graph.py": 700,
}


@pytest.mark.parametrize("name", STEPS)
def test_every_step_of_the_loss_is_counted(run: Callable, program: Callable[[str], str], name: str) -> None:
    ran = run(program(name), name=name)
    printed = [float(line.split()[1]) for line in ran.out.splitlines()[:-1]]
    assert (ran.code, ran.err) == (0, "")
    assert set(ran.series) == {"loss"}
    loss = ran.series["loss"]
    assert loss["count"] == STEPS[name]
    assert loss["bad"] == 0
    assert loss["first"] > loss["last"]
    assert loss["min"] <= min(printed)
    assert math.isclose(printed[-1], loss["last"], rel_tol=1e-6)


@pytest.mark.parametrize("name", STEPS)
def test_it_prints_what_python_prints(
    run: Callable, program: Callable[[str], str], name: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("python") / name
    path.write_text("import torch; torch.set_num_threads(1)\n" + program(name), encoding="utf-8")
    python = subprocess.run([sys.executable, path], capture_output=True, text=True, check=False)
    assert run(program(name), name=name).out == python.stdout
