"""The last resort: numbers that are only printed, or told to a progress bar, are curves as well; once."""

from __future__ import annotations

import math
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studytui.sandbox.inside.capture.told import counted_in, told_in

LOOP = "for e in range(1, 11):\n    "
TQDM = "from tqdm import tqdm\n"
BAR = "bar = tqdm(range(1, 11))\nfor e in bar:\n    "
LAYER = "import torch\nnet = torch.nn.Linear(2, 1)\nopt = torch.optim.SGD(net.parameters(), lr=0.1)\n"
STEP = (
    "loss = net(torch.ones(2)).pow(2).sum()\n    loss.backward()\n    opt.step()\n    opt.zero_grad()\n    "
)


@pytest.mark.parametrize(
    ("code", "counts"),
    [
        (LOOP + "print(f'epoch {e} loss {1 / e:.4f}')", {"loss": 10}),
        (LOOP + "print('Epoch', e, 'Train Loss:', 1 / e, 'acc = %d%%' % e)", {"Train Loss": 10, "acc": 10}),
        (LOOP + "print(e, 1 / e)", {"printed": 10}),
        (LOOP + "import torch; print(e, torch.tensor(1 / e, requires_grad=True))", {"printed": 10}),
        (LOOP + "print('x', e, 'y', e * e)", {}),
        ("print('loss 0.3, accuracy 0.9')", {}),
        (TQDM + BAR + "bar.set_postfix(loss=1 / e, acc='%.2f' % e, lr=0.1)", {"loss": 10, "acc": 10}),
        ("from tqdm.notebook import tqdm\n" + BAR + "bar.set_description(f'loss {1 / e:.3f}')", {"loss": 10}),
        ("from tqdm.auto import tqdm\n" + BAR + "bar.set_postfix_str(f'mae {1 / e:.3f}')", {"mae": 10}),
        (LAYER + LOOP + STEP + "print(e, loss.item())", {"loss": 10}),
        (LAYER + LOOP + STEP + "print(f'{e}: Loss {loss:.4f}, mae {2 * loss:.4f}')", {"loss": 10, "mae": 10}),
        (LAYER + LOOP + STEP + "print(f'mean loss {loss:.4f}')", {"loss": 10}),
        (LAYER + TQDM + BAR + STEP + "bar.set_postfix(loss=loss.item())", {"loss": 10}),
    ],
)  # fmt: skip
def test_what_is_only_printed_is_a_curve(run: Callable, code: str, counts: dict[str, int]) -> None:
    ran = run(code + "\n", seed=0)
    assert ran.code == 0, ran.err
    assert {name: series["count"] for name, series in ran.series.items() if series["count"] > 1} == counts


def test_a_bar_tells_all_digits(run: Callable) -> None:
    ran = run(TQDM + BAR + "bar.set_postfix(loss=1 / (7 * e))\n")
    assert ran.series["loss"]["last"] == 1 / 70


def test_listening_changes_no_byte_and_ends_when_nothing_is_told(run: Callable) -> None:
    code = "import sys\nwritten = print('no', 1, end='') or sys.stdout.write('é\\n')\n"
    code += "for i in range(600):\n    print('-')\nprint(written, sys.stdout.write.__name__)\n"
    assert run(code).out == "no 1é\n" + "-\n" * 600 + "2 write\n"


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("[1,  2000] loss: 2.173", {"loss": 2.173}),
        ("Epoch 3/10 - avg train loss is 0.5", {"avg train loss": 0.5}),
        ("D loss: 1e-3 | G loss: nan", {"D loss": 0.001, "G loss": math.nan}),
        ("loss=tensor(0.25, grad_fn=<MeanBackward0>)", {"loss": 0.25}),
        ("test_accuracy -> .75, top-1 error 12.5%", {"test_accuracy": 0.75}),
        ("the lossy codec 3 saves 4", {}),
        ("loss (mean): -2", {"loss": -2.0}),
    ],
)  # fmt: skip
def test_lines_as_people_print_them(line: str, told: dict[str, float]) -> None:
    found = {each.name: each.value for each in told_in(line)}
    for name, value in told.items():
        assert found[name] == value or (math.isnan(found[name]) and math.isnan(value))
    assert told or not found


@given(st.text(max_size=600))
def test_any_line_is_read_without_fear(line: str) -> None:
    for told in [*told_in(line), *filter(None, [counted_in(line)])]:
        assert told.name in line or told.name == "printed" or " " in told.name
        assert isinstance(told.value, float)
