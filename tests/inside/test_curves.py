"""Which curves a program leaves, without a line of extra code: one for each thing, every point counted."""

from __future__ import annotations

import math
from collections.abc import Callable

import pytest

HEAD = "import torch\ntorch.manual_seed(0)\n"
LAYER = HEAD + "net = torch.nn.Linear(3, 1)\nopt = torch.optim.SGD(net.parameters(), lr=0.01)\n"
BOWL = (
    HEAD
    + "x = torch.tensor([-1.0, 0.5], requires_grad=True)\nopt = torch.optim.LBFGS([x], lr=0.1, max_eval=5)\n"
)

NUMPY = """
import numpy as np
w = 4.0
for t in range(300):
    loss = np.square(w - 1.0).sum()
    w -= 0.01 * 2 * (w - 1.0)
"""
BY_HAND = (
    HEAD
    + """
w = torch.randn(4, requires_grad=True)
for t in range(100):
    loss = (w**2).mean()
    loss.backward()
    with torch.no_grad():
        w -= 0.1 * w.grad
        w.grad = None
"""
)
NAMELESS = (
    HEAD
    + """
w = torch.randn(4, requires_grad=True)
opt = torch.optim.SGD([w], lr=0.1)
for t in range(50):
    opt.zero_grad()
    (w**2).sum().backward()
    opt.step()
"""
)
CLOSURE = (
    BOWL
    + """
calls = 0
for t in range(30):
    def closure():
        global calls
        calls += 1
        opt.zero_grad()
        loss = (x**2).sum()
        loss.backward()
        return loss
    opt.step(closure)
"""
)
LAMBDA = (
    BOWL
    + """
for t in range(20):
    loss = lambda: (x**2).sum()
    opt.zero_grad()
    opt.step(loss)
"""
)
GAN = (
    HEAD
    + """
D, G = torch.nn.Linear(2, 1), torch.nn.Linear(2, 2)
opt_d, opt_g = torch.optim.Adam(D.parameters()), torch.optim.Adam(G.parameters())
bce = torch.nn.BCEWithLogitsLoss()
for t in range(40):
    z = torch.randn(8, 2)
    opt_d.zero_grad()
    errD_real = bce(D(torch.randn(8, 2)), torch.ones(8, 1))
    errD_real.backward()
    errD_fake = bce(D(G(z).detach()), torch.zeros(8, 1))
    errD_fake.backward()
    errD = errD_real + errD_fake
    opt_d.step()
    opt_g.zero_grad()
    errG = bce(D(G(z)), torch.ones(8, 1))
    errG.backward()
    opt_g.step()
"""
)
ACCUMULATION = (
    LAYER
    + """
for t in range(40):
    loss = net(torch.rand(5, 3)).pow(2).mean()
    (loss / 4).backward()
    if (t + 1) % 4 == 0:
        opt.step()
        opt.zero_grad()
"""
)
EPOCHS = (
    LAYER
    + """
schedule = torch.optim.lr_scheduler.StepLR(opt, 1, 0.5)
for epoch in range(3):
    running_loss = 0.0
    for i in range(10):
        opt.zero_grad()
        loss = net(torch.rand(5, 3)).pow(2).mean()
        loss.backward()
        opt.step()
        running_loss += loss.item()
    schedule.step()
"""
)
FUNCTION = (
    LAYER
    + """
def one_batch(batch):
    l = net(batch).pow(2).mean()
    l.backward()
    opt.step()
    return l.item()
for t in range(20):
    loss = one_batch(torch.rand(4, 3))
"""
)
TRAIN_AND_VALIDATE = (
    LAYER
    + """
def train():
    for i in range(10):
        loss = net(torch.rand(5, 3)).pow(2).mean()
        loss.backward()
        opt.step()
def validate():
    for i in range(4):
        loss = net(torch.rand(5, 3)).pow(2).mean()
for epoch in range(3):
    train()
    validate()
"""
)
PENALTY = (
    LAYER
    + """
for t in range(25):
    loss = net(torch.rand(5, 3)).pow(2).mean()
    if t % 2:
        loss = loss + 1.0
    loss.backward()
    loss_value = loss.item()
"""
)
ONCE = HEAD + "y = torch.tensor(2.0, requires_grad=True) ** 2\ny.backward()\n"


@pytest.mark.parametrize(
    ("code", "counts"),
    [
        (NUMPY, {"loss": 300}),
        (BY_HAND, {"loss": 100}),
        (NAMELESS, {"(w ** 2).sum()": 50}),
        (LAMBDA, {"loss": 20}),
        (GAN, {"errD_real": 40, "errD_fake": 40, "errD": 40, "errG": 40}),
        (ACCUMULATION, {"loss": 40}),
        (EPOCHS, {"loss": 30, "running_loss": 30, "lr": 6}),
        (FUNCTION, {"l": 20}),
        (TRAIN_AND_VALIDATE, {"loss": 30, "loss (validate)": 12}),
        (PENALTY, {"loss": 25}),
        (ONCE, {}),
    ],
    ids=[
        "numpy",
        "by-hand",
        "nameless",
        "lambda",
        "gan",
        "accumulation",
        "epochs",
        "function",
        "validate",
        "penalty",
        "once",
    ],
)
def test_one_curve_for_each_thing(run: Callable, code: str, counts: dict[str, int]) -> None:
    ran = run(code)
    assert ran.err == ""
    assert {name: series["count"] for name, series in ran.series.items()} == counts


def test_every_evaluation_of_a_closure_counts(run: Callable) -> None:
    ran = run(CLOSURE, exports=["calls"])
    assert {name: s["count"] for name, s in ran.series.items()} == {"loss": ran.exported["calls"]["data"]}


def test_a_learning_rate_is_a_stair_with_a_point_at_each_edge(run: Callable) -> None:
    points = [
        point
        for message in run(EPOCHS).said("series")
        if message["name"] == "lr"
        for point in zip(message["steps"], message["values"], strict=True)
    ]
    assert points == [(0, 0.01), (9, 0.01), (10, 0.005), (19, 0.005), (20, 0.0025), (29, 0.0025)]


def test_a_name_given_to_plot_is_recorded_by_it_alone(run: Callable) -> None:
    loop = "for i in range(5):\n    loss = 1.0 / (i + 1)\n    plot(loss=2 * loss, twice=[i, i])\n"
    code = "from studytui import plot\n" + loop
    ran = run(code)
    assert (ran.series["loss"]["count"], ran.series["loss"]["first"]) == (5, 2.0)
    assert ran.series["twice"]["count"] == 10


def test_plot_refuses_what_is_no_number(run: Callable) -> None:
    ran = run("from studytui import plot\nplot(name='seven')\n")
    assert ran.err.endswith("TypeError: plot: name=str, but a curve is made of single numbers\n")


def test_numbers_that_are_not_finite_are_counted_and_placed(run: Callable) -> None:
    code = "import math\nfor i in range(1000):\n    loss = math.nan if i >= 700 else 1.0 / (i + 1)\n"
    ran = run(code)
    loss = ran.series["loss"]
    assert (loss["count"], loss["bad"], loss["min"]) == (1000, 300, 1 / 700)
    bad = [
        step
        for m in ran.said("series")
        for step, v in zip(m["steps"], m["values"], strict=True)
        if math.isnan(v)
    ]
    assert bad[0] == 700


def test_a_million_points_stay_few_and_keep_the_spike(run: Callable) -> None:
    code = "for i in range(1_000_000):\n    loss = 9.5 if i == 654_321 else 0.5 + i * 1e-9\n"
    ran = run(code)
    assert ran.series["loss"]["count"] == 1_000_000
    points = [p for m in ran.said("series") for p in zip(m["steps"], m["values"], strict=True)]
    assert (654_321, 9.5) in points
    assert len(points) < 50_000
    assert ran.longest < 64 * 1024


def test_a_slow_step_is_shown_when_it_is_done(run: Callable) -> None:
    """Interrupted after the first message, in the middle of a step that takes an hour."""
    code = (
        "import time\nfor i in range(3):\n    loss = 1.0 * i + 0.5\n    time.sleep(3600 if i == 0 else 0)\n"
    )
    ran = run(code, interrupt_at=1)
    assert (ran.code, ran.series["loss"]["count"]) == (130, 1)
    assert ran.said("series")[0]["values"] == [0.5]


def test_traced_functions_see_the_code_as_it_was_written(run: Callable) -> None:
    code = (
        HEAD
        + """
def step(x):
    loss = (x * 2).sum()
    return loss
traced = torch.jit.trace(step, torch.ones(3))
print(traced.code)
"""
    )
    ran = run(code)
    assert ran.err == ""
    assert "__studytui_record__" not in ran.out


def test_recording_leaves_no_name_behind(run: Callable) -> None:
    ran = run(
        "for i in range(2):\n    loss = i * 1.5\nprint(sorted(n for n in vars() if not n.startswith('__')))"
    )
    assert ran.out == "['i', 'loss']\n"


NORMS = """
norms = []
for t in range(30):
    opt.zero_grad()
    loss = (net(torch.ones(4, 3)) ** 2).mean() + table(torch.tensor([1, 1])).sum()
    loss.backward()
    norms.append(float(sum(p.grad.to_dense().double().pow(2).sum() for p in both).sqrt()))
    opt.step()
    rare.step()
"""


def test_the_gradient_norm_is_recorded_on_request_alone(run: Callable) -> None:
    """Against torch's own sum of squares; a sparse gradient and one in half precision count as well."""
    code = (
        LAYER
        + "table = torch.nn.Embedding(5, 2, sparse=True)\nhalf = torch.zeros(2, dtype=torch.float16)\n"
        + "half.requires_grad_()\nhalf.grad = torch.ones_like(half)\n"
        + "both = [*net.parameters(), *table.parameters(), half]\n"
        + "opt = torch.optim.SGD(both, lr=0.01)\nrare = torch.optim.SGD([torch.zeros(1)], lr=1.0)\n"
        + NORMS.replace("opt.zero_grad()", "opt.zero_grad(); half.grad = torch.ones_like(half)")
    )
    assert set(run(code).series) == {"loss"}
    ran = run(code, exports=["torch.tensor(norms)"], grad_norm=True)
    assert set(ran.series) == {"loss", "grad norm"}, ran.err
    values = [v for m in ran.said("series") if m["name"] == "grad norm" for v in m["values"]]
    assert values == pytest.approx(ran.exported["torch.tensor(norms)"]["data"], rel=1e-3)


def test_every_optimizer_has_a_gradient_norm_of_its_own(run: Callable) -> None:
    counts = {name: series["count"] for name, series in run(GAN, grad_norm=True).series.items()}
    assert (counts["grad norm"], counts["grad norm 2"]) == (40, 40)
    assert run(CLOSURE, grad_norm=True).series["grad norm"]["count"] == 30


def test_optimizers_made_and_dropped_in_a_loop_are_told_apart(run: Callable) -> None:
    """Python gives the number of a dead object to the next one."""
    code = (
        HEAD
        + """
for trial in range(5):
    w = torch.ones(2, requires_grad=True)
    opt = torch.optim.SGD([w], lr=0.1)
    sched = torch.optim.lr_scheduler.StepLR(opt, 3)
    for t in range(9):
        loss = (w**2).sum()
        loss.backward()
        opt.step()
        sched.step()
    del opt, sched
"""
    )
    series = run(code, grad_norm=True).series
    assert [series[name]["count"] for name in ("grad norm", *(f"grad norm {n}" for n in range(2, 6)))] == [
        9
    ] * 5
    assert [f"lr {n}" in series for n in range(2, 6)] == [True] * 4
