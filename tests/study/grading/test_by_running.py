"""Code is graded by running it for real: what counts is what it computes, not what it says."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from studytui.course.model import Exercise
from studytui.course.questions import Bug, Curve, CurveOption, Fill, Order, TensorCheck
from studytui.errors import RunnerUnavailable
from studytui.runner.request import RunnerOptions
from studytui.runner.runner import Runner
from studytui.study.grading.answers import AnyAnswer, Coded, Filled, Ordered
from studytui.study.grading.grade import grade
from studytui.study.grading.pictures import record_pictures
from studytui.study.grading.program import RunQuestion
from studytui.study.grading.verdict import GradingError, Verdict

pytestmark = pytest.mark.asyncio(loop_scope="module")

SETUP = "import torch\nx = torch.tensor([1.0, 2.0], requires_grad=True)"
GRADE = (
    TensorCheck(expr="x.grad", what="the gradient of x"),
    TensorCheck(expr="total", what="the total"),
)
EXERCISE = Exercise(
    id="backward",
    prompt="Compute the gradient of the sum of squares.",
    setup=SETUP,
    starter="total = (x ** 2).sum()",
    solution="total = (x ** 2).sum()\ntotal.backward()\ntotal = total.detach()",
    grade=GRADE,
)


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def runner() -> AsyncIterator[Runner]:
    host = Runner(RunnerOptions(device="cpu"))
    try:
        await host.start()
    except RunnerUnavailable as error:
        pytest.skip(str(error))
    yield host
    await host.close()


async def run(runner: Runner, code: str, question: RunQuestion = EXERCISE) -> Verdict:
    return await grade(question, Coded(code), runner)


async def test_the_solution_passes_and_the_starter_fails(runner: Runner) -> None:
    good = await run(runner, EXERCISE.solution)
    assert (good.right, good.message, good.details) == (
        True,
        "Right: 2 checks passed.",
        ("✓ the gradient of x", "✓ the total"),
    )
    assert good.seconds > 0
    starter = await run(runner, EXERCISE.starter)
    assert (starter.right, starter.checks[0].right, starter.checks[1].right) == (False, False, True)
    assert "None" in starter.checks[0].reason


async def test_another_way_to_the_same_values_passes(runner: Runner) -> None:
    assert (await run(runner, "x.grad = 2 * x.detach()\ntotal = torch.dot(x, x).detach()")).right


WRONG = {
    "values: expected 2, got 3 at [0]": "total = (x ** 3).sum()\ntotal.backward()",
    "values: expected 2, got 4 at [0]": "for i in range(2):\n  total = (x ** 2).sum()\n  total.backward()",
    "shape: expected [2], got [1]": "total = 5.0\nx = torch.zeros(1)\nx.grad = torch.tensor([2.0])",
    "dtype: expected float32, got float64": f"x = x.detach().double().requires_grad_()\n{EXERCISE.solution}",
    "the total: type: expected a tensor": "(x ** 2).sum().backward()\ntotal = 5.0",
    "NameError": "del x",
}


@pytest.mark.parametrize(("reason", "code"), WRONG.items(), ids=WRONG.keys())
async def test_a_wrong_value_is_told_by_what_differs_first(runner: Runner, reason: str, code: str) -> None:
    verdict = await run(runner, code)
    assert not verdict.right
    assert reason in " / ".join(verdict.details)


CHEATS = {
    "printing": "print('passed\\n2 checks passed')",
    "leaving": "import os\nprint('passed')\nos._exit(0)",
    "exiting": "raise SystemExit(0)",
    "catching": "try:\n    total.backward()\nexcept NameError:\n    print('ok')",
    "replacing allclose": "import torch\ntorch.allclose = torch.equal = lambda *a, **k: True\ntotal = 0",
    "always equal": (
        "class Yes:\n    shape = (2,)\n    def __eq__(self, other): return True\n"
        "    def __repr__(self): return 'tensor(5.)'\nx = total = Yes()\nx.grad = Yes()"
    ),
    "forging": (
        "import json, os\nitems = [{'expr': e, 'ok': True} for e in ('x.grad', 'total')]\n"
        "os.write(3, json.dumps({'verb': 'exported', 'items': items}).encode() + b'\\n')\nos._exit(0)"
    ),
    "forging stdout": 'print(\'\\x1e\' + \'{"ev": "exported", "run": 1, "items": []}\')',
}


@pytest.mark.parametrize("code", CHEATS.values(), ids=CHEATS.keys())
async def test_tricks_do_not_pass(runner: Runner, code: str) -> None:
    assert not (await run(runner, code)).right


async def test_results_sent_by_the_code_itself_are_not_believed(runner: Runner) -> None:
    item = {"expr": "total", "ok": True, "kind": "tensor", "shape": [], "dtype": "float32", "data": [5.0]}
    line = json.dumps({"verb": "exported", "items": [item]})
    verdict = await run(runner, f"import os\nos.write(3, {line!r}.encode() + b'\\n')\n{EXERCISE.solution}")
    assert not verdict.right


async def test_numbers_written_in_by_hand_fail_where_the_code_draws_them(runner: Runner) -> None:
    question = Bug(
        id="draw",
        prompt="Fix the mean.",
        code="import torch\nx = torch.randn(100)\nmean = x.sum()",
        solution="import torch\nx = torch.randn(100)\nmean = x.mean()",
        grade=(TensorCheck(expr="mean"),),
    )
    assert (await run(runner, question.solution, question)).right
    assert not (await run(runner, "import torch\nmean = torch.tensor(0.0123)", question)).right


async def test_an_error_names_its_line(runner: Runner) -> None:
    verdict = await run(runner, "total = 1\ntotal.backward()")
    assert not verdict.right
    assert verdict.message.startswith("Stopped by AttributeError in line 2: ")


async def test_an_endless_loop_ends_at_the_timeout(runner: Runner) -> None:
    quick = Exercise(
        id="loop", prompt="?", starter="x = 0", solution="x = 1", grade=(TensorCheck(expr="x"),), timeout=1.0
    )
    verdict = await run(runner, "while True: pass", quick)
    assert not verdict.right
    assert verdict.message


FILL = Fill(
    id="fill",
    prompt="Reset the gradient.",
    code="import torch\nw = torch.ones(2, requires_grad=True)\n"
    "w.sum().backward()\nw.grad = ___\n(3 * w).sum().backward()",
    answers=("None",),
    grade=(TensorCheck(expr="w.grad"),),
)
ORDER = Order(
    id="order",
    prompt="Sort the training step.",
    code="import torch\nw = torch.ones(2, requires_grad=True)\noptimizer = torch.optim.SGD([w], lr=0.1)",
    lines=("loss = (w ** 2).sum()", "loss.backward()", "optimizer.step()"),
    grade=(TensorCheck(expr="w.detach()"),),
)


@pytest.mark.parametrize(
    ("question", "answer", "right"),
    [
        (FILL, Filled(("None",)), True),
        (FILL, Filled(("torch.zeros(2)",)), True),
        (FILL, Filled(("w.grad",)), False),
        (FILL, Filled(()), False),
        (ORDER, Ordered((0, 1, 2)), True),
        (ORDER, Ordered((0, 2, 1)), False),
        (ORDER, Ordered((2, 1, 0)), False),
    ],
)
async def test_fill_and_order(runner: Runner, question: RunQuestion, answer: AnyAnswer, right: bool) -> None:
    assert (await grade(question, answer, runner)).right is right


async def test_a_solution_that_fails_is_the_lessons_fault(runner: Runner) -> None:
    broken = Bug(id="q", prompt="?", code="x = 0", solution="x = nowhere", grade=(TensorCheck(expr="x"),))
    with pytest.raises(
        GradingError, match="question q: the lesson's own solution failed: Stopped by NameError"
    ):
        await grade(broken, Coded("x = 1"), runner)


async def test_large_tensors_are_compared_element_by_element(runner: Runner) -> None:
    question = Exercise(
        id="large",
        prompt="?",
        starter="y = 0",
        solution="import torch\ny = torch.arange(4000.).reshape(40, 100) / 7",
        grade=(TensorCheck(expr="y"),),
    )
    assert (await run(runner, question.solution, question)).right
    verdict = await run(runner, question.solution + "\ny[39, 98] += 0.5", question)
    assert not verdict.right
    assert "at [39, 98], 1 of 4000 differ" in verdict.details[0]


async def test_each_option_of_a_curve_question_draws_its_own_picture(runner: Runner) -> None:
    code = (
        "import torch\nw = torch.tensor(4.0, requires_grad=True)\noptimizer = torch.optim.SGD([w], lr={lr})\n"
        "for _ in range(20):\n    optimizer.zero_grad()\n    loss = w ** 2\n"
        "    loss.backward()\n    optimizer.step()"
    )
    slow, fast = CurveOption(code=code.format(lr=0.1), right=True), CurveOption(code=code.format(lr=1.1))
    question = Curve(id="q", prompt="Which?", code=slow.code, options=(slow, fast))
    falling, rising = await record_pictures(question, runner)
    assert falling[-1].count == rising[-1].count == 20
    assert float(falling[-1].last or 0) < float(falling[-1].first or 0)
    assert float(rising[-1].last or 0) > float(rising[-1].first or 0)
    silent = Curve(id="q", prompt="Which?", code="x = 1", options=(CurveOption(code="x = 1"), fast))
    with pytest.raises(GradingError, match="option 1 records no series 'loss'"):
        await record_pictures(silent, runner)
