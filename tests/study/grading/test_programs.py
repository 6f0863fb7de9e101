"""Which code an answer stands for, and what it may not replace."""

from __future__ import annotations

import pytest

from studytui.course.blanks import blanks_in, fill_in
from studytui.course.model import Exercise
from studytui.course.questions import Bug, Fill, Order, TensorCheck
from studytui.study.grading.answers import Coded, Filled, Ordered, Said
from studytui.study.grading.program import answer_program, reference_program
from studytui.study.grading.replaced import replaced

GRADE = (TensorCheck(expr="y"),)
FILL = Fill(id="q", prompt="?", code="y = ___ + ___\n__name__", answers=("1", "2"), grade=GRADE)
ORDER = Order(id="q", prompt="?", code="a = 1", lines=("x = a", "x += 1", "y = x"), grade=GRADE)


def test_blanks_are_filled_in_order() -> None:
    assert blanks_in(FILL.code) == 2
    assert reference_program(FILL).code == "y = 1 + 2\n__name__"
    assert answer_program(FILL, Filled(("5", r"\1"))).code == "y = 5 + \\1\n__name__"
    assert fill_in(FILL.code, ("1",)) == "y = 1 + ___\n__name__"
    assert blanks_in("____ __x__ _") == 0


def test_lines_are_joined_in_the_learners_order() -> None:
    assert reference_program(ORDER).code == "x = a\nx += 1\ny = x"
    program = answer_program(ORDER, Ordered((2, 0, 1)))
    assert (program.setup, program.code) == ("a = 1", "y = x\nx = a\nx += 1")


def test_exercises_bring_setup_and_timeout() -> None:
    exercise = Exercise(
        id="e", prompt="?", starter="s", solution="y = 1", setup="a = 2", grade=GRADE, timeout=5
    )
    program = answer_program(exercise, Coded("y = 2"))
    assert (program.setup, program.code, program.timeout) == ("a = 2", "y = 2", 5)
    assert reference_program(exercise).code == "y = 1"


def test_an_answer_of_another_form_is_a_mistake_of_the_program() -> None:
    bug = Bug(id="q", prompt="?", code="y = 0", solution="y = 1", grade=GRADE)
    with pytest.raises(TypeError, match="a Bug question takes no answer of form Said"):
        answer_program(bug, Said(True))


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("import torch\ntorch.allclose = lambda *a: True", "torch.allclose"),
        ("import torch as t\nt.Tensor.__eq__ = None", "torch.Tensor.__eq__"),
        ("from torch import nn\nnn.Linear.forward = f", "torch.nn.Linear.forward"),
        ("import torch.nn.functional as F\nF.softmax = f", "torch.nn.functional.softmax"),
        ("import torch\nsetattr(torch, 'allclose', f)", "torch"),
        ("import torch\ndel torch.sum", "torch.sum"),
        ("torch = Fake()", "torch"),
        ("class torch: pass", "torch"),
        ("def f():\n    import torch\n    torch.sum = 3", "torch.sum"),
    ],
)
def test_replacing_a_part_of_torch_is_found(code: str, name: str) -> None:
    assert replaced(code) == name


def test_names_imported_by_the_setup_are_known() -> None:
    setup = "from torch import nn\nimport torch\ntorch.special_helper = 1"
    assert replaced("nn.Linear.forward = f", setup) == "torch.nn.Linear.forward"
    assert replaced("x = 1", setup) is None


@pytest.mark.parametrize(
    "code",
    [
        "import torch\nx = torch.ones(3)\nx.grad = None\nx.requires_grad = True",
        "import torch\ntorch.backends.cudnn.deterministic = True",
        "import torch\nlayer = torch.nn.Linear(2, 2)\nlayer.weight.data = torch.ones(2, 2)",
        "import torch\nclass Net(torch.nn.Module):\n    def forward(self, x):\n        self.x = x",
        "def broken(:",
        "",
    ],
)
def test_ordinary_code_is_left_alone(code: str) -> None:
    assert replaced(code) is None
