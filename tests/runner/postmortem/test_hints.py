"""Every hint is tried on an error that the installed torch raises here and now."""

import json
import subprocess
import sys

import pytest

from studytui.runner.postmortem.explain import Explanation, explain, failing_line
from studytui.runner.postmortem.hints import HINTS

RAISE = """
import io, json, sys, warnings
warnings.simplefilter("ignore")
import torch, torch.nn as nn, torch.nn.functional as F
raised = []
for code in json.load(sys.stdin):
    try:
        exec(compile(code, "snippet.py", "exec"), {"torch": torch, "nn": nn, "F": F, "io": io})
        raised.append(None)
    except BaseException as error:
        message = error.msg if isinstance(error, SyntaxError) else str(error)
        raised.append([type(error).__name__, message])
json.dump(raised, sys.stdout)
"""

LEAF = "x = torch.ones(3, requires_grad=True)\n"
FUNCTION = (
    "class Twice(torch.autograd.Function):\n"
    " @staticmethod\n def forward(ctx, x): return x * 2\n"
    " @staticmethod\n def backward(ctx, g): return {}\n"
    "Twice.apply(torch.ones(2, requires_grad=True)).sum().backward()"
)

# ruff: noqa: E501
# code -> the lesson it leads to, and words the hint must hold
CASES = [
    ("a = torch.randn(3, 4); b = torch.randn(3, 4)\na @ b", "matrix-products", "left @ right.T is (3×4) @ (4×3)"),
    ("torch.randn(4, 3) @ torch.randn(4, 2)", "matrix-products", "left.T @ right is (3×4) @ (4×2)"),
    ("nn.Linear(10, 2)(torch.randn(5, 8))", "linear-sequential", "takes 10 features"),
    ("torch.randn(3, 4) @ torch.randn(3)", "matrix-products", "vector of 4 elements; this one has 3"),
    ("torch.bmm(torch.randn(2, 3, 4), torch.randn(2, 5, 4))", "matrix-products", "2 matrices of 4 rows"),
    ("torch.mm(torch.randn(3), torch.randn(3, 2))", "matrix-products", "two matrices"),
    ("torch.dot(torch.randn(3), torch.randn(4))", "matrix-products", "3 and 4"),
    ("torch.linalg.inv(torch.zeros(2, 2))", "matrix-products", "singular"),
    ("torch.linalg.cholesky(-torch.eye(2))", "matrix-products", "not positive-definite"),
    ("torch.randn(3, 4) + torch.randn(3)", "broadcasting", "in dimension 1 left has 4 and right has 3"),
    ("torch.zeros(3).add_(torch.zeros(2, 3))", "broadcasting", "[2, 3]"),
    ("x = torch.zeros(3, 3); x[0] = torch.ones(4)", "broadcasting", "where 3 is needed"),
    ("torch.zeros(10**13)", "broadcasting", "40000000000000 bytes"),
    ("torch.arange(12).view(5, 3)", "shapes", "12 elements and [5, 3] would hold 15"),
    ("torch.arange(12).reshape(5, -1)", "shapes", "5 does not divide 12"),
    ("torch.zeros(2, 3).sum(dim=2)", "shapes", "no dimension 2"),
    ("torch.tensor(3)[0]", "shapes", "single number"),
    ("len(torch.tensor(3))", "shapes", "single number"),
    ("torch.randn(3, 4).t().view(12)", "strides", "x.reshape(…) copies"),
    ("torch.zeros(2, 3).permute(0, 1, 2)", "strides", "has 2, and 3 were given"),
    ("torch.ones(2, 3, 4).t()", "strides", "with 3 dimensions"),
    ("torch.cat([torch.zeros(2, 3), torch.zeros(2, 4)])", "joining", "number 1 (from 0) has 4"),
    ("torch.cat([torch.zeros(2, 3), torch.zeros(4)])", "joining", "2 and 1"),
    ("torch.stack([torch.zeros(2), torch.zeros(3)])", "joining", "entry 1 is [3]"),
    ("torch.ones(2).append(3)", "joining", "do not grow"),
    ("torch.arange(5)[7]", "indexing", "-5 to -1), and 7 is beyond"),
    ("torch.arange(5)[0, 0]", "indexing", "at most 1"),
    ("torch.arange(3)[torch.tensor([0.])]", "indexing", "whole numbers"),
    ("a, b = torch.ones(3)", "indexing", "2 names"),
    ("torch.arange(5)[torch.tensor([True, False, True])]", "masks", "the mask is [3], the tensor [5]"),
    ("if torch.tensor([1, 2]) > 1: pass", "masks", ".any()"),
    ("torch.zeros(3).masked_fill(torch.tensor([0, 1, 0]), 1.)", "masks", "mask is long int"),
    ("torch.zeros(3).item()", "reductions", "single element"),
    ("float(torch.ones(2))", "reductions", "single element"),
    ("torch.arange(4).mean()", "reductions", "x.float().mean()"),
    ("torch.arange(6).reshape(2, 3).gather(1, torch.tensor([0, 1]))", "sort-gather-scatter", "dimensions"),
    ("torch.ones(2, 2).gather(1, torch.ones(2, 2))", "sort-gather-scatter", "index.long()"),
    ("torch.zeros(3).scatter_(0, torch.tensor([0, 1]), torch.tensor([1, 2]))", "sort-gather-scatter", "src.to"),
    ("torch.ones(2, 2) @ torch.ones(2, 2, dtype=torch.int64)", "making-tensors", "float and long int"),
    ("nn.Linear(2, 2)(torch.ones(1, 2, dtype=torch.float64))", "making-tensors", "Double and Float"),
    ("nn.Conv2d(1, 1, 3)(torch.ones(1, 1, 5, 5, dtype=torch.uint8))", "making-tensors", "/ 255"),
    ("torch.tensor([[1, 2], [3]])", "making-tensors", "2 and 1"),
    ("torch.tensor([1, None])", "making-tensors", "None"),
    ("torch.zeros('3')", "making-tensors", "zeros() wants tuple of ints for size"),
    ("torch.arange(4).requires_grad_()", "gradients", "1. instead of 1"),
    ("torch.tensor(1.).backward()", "gradients", "requires_grad=True"),
    (LEAF + "(x * 2).backward()", "gradients", ".sum()"),
    ("w = torch.ones(3)\nw.grad.zero_()", "gradients", "w.grad is None"),
    (LEAF + "x -= 0.1 * x.grad", "gradients", "x.grad is None"),
    (LEAF + "y = (x * x).sum(); y.backward(); y.backward()", "graph", "retain_graph=True"),
    (LEAF + "x += 1", "in-place", "torch.no_grad()"),
    (LEAF + "x[0] = 1", "in-place", "torch.no_grad()"),
    (LEAF + "y = x.exp(); y += 1; y.sum().backward()", "in-place", "the output of Exp, of shape [3]"),
    ("torch.arange(4).add_(0.5)", "in-place", "Float result cannot be kept in a Long"),
    (LEAF + "x.numpy()", "numpy-bridge", "detach()"),
    ("torch.ones(2, device='meta').numpy()", "numpy-bridge", "cpu()"),
    ("torch.from_numpy([1, 2])", "numpy-bridge", "for a list"),
    (LEAF + "z = x * 1; torch.autograd.grad((x * 2).sum(), z)", "autograd-grad", "allow_unused"),
    (LEAF + "(x * 2).backward(torch.ones(2))", "autograd-grad", "[3], not [2]"),
    (LEAF + "with torch.inference_mode(): y = torch.ones(3)\n(x * y).sum().backward()", "switching-off", "clone"),
    (LEAF + "y = x * 2; y.requires_grad = False", "switching-off", "detach()"),
    (LEAF + "import copy; copy.deepcopy(x * 2)", "names-and-copies", "clone()"),
    ("torch.ones(2)()", "names-and-copies", "x[…]"),
    ("torch.func.grad(lambda x: x * 2)(torch.ones(3))", "two-modes", "jacrev"),
    (FUNCTION.format("g, g"), "own-function", "backward of Twice returns one gradient"),
    (FUNCTION.format("g.sum().expand(5)"), "own-function", "returned [5] for input 0, of shape [2]"),
    ("F.cross_entropy(torch.randn(4, 3), torch.zeros(4))", "cross-entropy", "target.long()"),
    ("F.cross_entropy(torch.randn(4, 3), torch.zeros(5).long())", "cross-entropy", "left has 4 examples and right has 5"),
    ("F.cross_entropy(torch.randn(4, 3), torch.tensor([0, 1, 2, 3]))", "cross-entropy", "class 3"),
    ("F.cross_entropy(torch.randn(4, 3), torch.zeros(4, 1).long())", "cross-entropy", "squeeze(1)"),
    ("F.cross_entropy(torch.randn(3), torch.tensor([0, 1, 2]))", "cross-entropy", "probabilities"),
    ("F.one_hot(torch.tensor([5]), num_classes=3)", "cross-entropy", "num_classes"),
    ("F.one_hot(torch.tensor([1.]))", "cross-entropy", "classes.long()"),
    ("torch.ones(2).softmax()", "cross-entropy", "dim=-1"),
    ("F.binary_cross_entropy(torch.tensor([1.5]), torch.ones(1))", "binary-cross-entropy", "with_logits"),
    ("F.binary_cross_entropy_with_logits(torch.randn(4, 1), torch.zeros(4))", "binary-cross-entropy", "[4, 1]"),
    ("F.binary_cross_entropy(torch.rand(4), torch.zeros(4).long())", "binary-cross-entropy", "Float is needed"),
    ("nn.MSELoss(torch.ones(2), torch.ones(2))", "linear-sequential", "nn.MSELoss()(prediction, target)"),
    ("nn.Conv2d(3, 8, 3)(torch.randn(1, 1, 28, 28))", "convolution", "takes 3 channels"),
    ("nn.Conv2d(1, 8, 5)(torch.randn(1, 1, 3, 3))", "convolution", "(3 x 3)"),
    ("nn.Conv2d(1, 8, 5)(torch.randn(28, 28))", "convolution", "[28, 28]"),
    ("F.max_pool2d(torch.randn(1, 1, 1, 1), 2)", "images", "halved too often"),
    ("nn.BatchNorm1d(4)(torch.randn(1, 4))", "train-and-eval", "net.eval()"),
    ("nn.BatchNorm2d(4)(torch.randn(3, 4))", "train-and-eval", "4D input and got 2"),
    ("nn.BatchNorm1d(4)(torch.randn(3, 5))", "train-and-eval", "4 channels and the input has 5"),
    ("nn.LayerNorm(4)(torch.randn(3, 5))", "train-and-eval", "[3, 5]"),
    ("nn.LSTM(4, 5)(torch.randn(2, 3, 6))", "rnn", "4 features per step and got 6"),
    ("nn.MultiheadAttention(10, 3)", "attention", "divides"),
    ("q = torch.randn(2, 3, 10); nn.MultiheadAttention(12, 3)(q, q, q)", "attention", "12 features"),
    ("nn.Embedding(10, 3)(torch.tensor([11]))", "text", "num_embeddings"),
    ("nn.Embedding(10, 3)(torch.tensor([1.0]))", "text", "x.long()"),
    ("torch.tensor(['a'])", "text", "{word: index}"),
    ("class N(nn.Module):\n def __init__(self): self.a = nn.Linear(2, 2)\nN()", "modules", "super().__init__()"),
    ("class N(nn.Module): pass\nN()(torch.ones(2))", "modules", "N defines no forward"),
    ("class N(nn.Module):\n def forward(self, x): return x\nN()(1, 2)", "modules", "takes 2 arguments"),
    ("def f(): f()\nf()", "modules", "without end"),
    ("torch.optim.SGD([], lr=0.1)", "parameters-buffers", "nn.ModuleList"),
    (LEAF + "torch.optim.SGD([x * 2], lr=0.1)", "optimizers", "leaf"),
    ("torch.optim.SGD(torch.ones(3), lr=0.1)", "optimizers", "net.parameters()"),
    (LEAF + "torch.optim.LBFGS([x]).step()", "lbfgs", "calls backward()"),
    ("nn.Linear(3, 2).load_state_dict({})", "saving", '"weight", "bias"'),
    ("nn.Linear(3, 2).load_state_dict(nn.Linear(4, 2).state_dict())", "saving", "weight is [2, 4]"),
    ("b = io.BytesIO(); torch.save(nn.Linear(2, 2), b); b.seek(0); torch.load(b)", "saving", "state_dict()"),
    ("torch.utils.data.random_split(range(10), [3, 3])", "splits", "add up"),
    ("torch.utils.data.TensorDataset(torch.zeros(3), torch.zeros(4))", "datasets", "same number of rows"),
    ("class D(torch.utils.data.Dataset): pass\ntorch.utils.data.DataLoader(D(), shuffle=True)", "datasets", "__len__"),
    ("torch.zeros(1, device='gpu')", "devices", "called gpu"),
    ("torch.ones(2, device='meta') + torch.ones(2)", "devices", ".to("),
    ("x = torch.tensor([-1.], requires_grad=True)\nwith torch.autograd.set_detect_anomaly(True): x.sqrt().backward()",
     "regression-losses", "Sqrt is nan"),
    ("np.array([1])", "start-here", "`import numpy as np`"),
    ("lossfn(1)", "start-here", "Nothing called lossfn"),
    ("import torchvision_", "start-here", "torchvision_ is not installed"),
    ("torch.matrix_multiply", "start-here", "matrix_multiply"),
    ("open('data.csv')", "", "'data.csv' is not there"),
    ("x = torch.ones(2", "", "bracket"),
    ("for i in range(3):\nprint(i)", "", "indented alike"),
    ("raise PermissionError(13, 'Permission denied', '/etc/shadow')", "", "scratch folder"),
    ("raise PermissionError(1, 'Operation not permitted')", "", "no network"),
    ("raise EOFError('EOF when reading a line')", "", "end of its input"),
    ("raise BlockingIOError(11, 'Resource temporarily unavailable')", "", "num_workers=0"),
]  # fmt: skip


@pytest.fixture(scope="module")
def raised():
    """What torch raised for each case: (type, message)."""
    codes = [code for code, _, _ in CASES]
    done = subprocess.run(
        [sys.executable, "-c", RAISE], input=json.dumps(codes), capture_output=True, text=True, timeout=240
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.mark.parametrize(
    "number", range(len(CASES)), ids=[code.splitlines()[-1][:50] for code, _, _ in CASES]
)
def test_the_error_is_explained(number, raised):
    code, lesson, words = CASES[number]
    assert raised[number] is not None, "torch raises nothing here any more"
    error, message = raised[number]
    found = explain(error, message, len(code.splitlines()), code)
    assert words in found.hint, (error, message)
    assert found.lesson == lesson


def test_a_gpu_that_is_not_there():
    hint = explain("AssertionError", "Torch not compiled with CUDA enabled", None, "")
    assert hint.lesson == "devices"


def test_an_unknown_error_has_no_hint():
    assert explain("ValueError", "nothing of the kind", 1, "x") == Explanation()


def test_a_none_is_only_taken_for_a_gradient_where_grad_is_written():
    none = "'NoneType' object has no attribute 'zero_'"
    assert "no backward()" not in explain("AttributeError", none, 1, "cfg.lr.zero_()").hint


def test_hints_are_short_and_end_as_sentences(raised):
    for (code, _, _), (error, message) in zip(CASES, raised, strict=True):
        hint = explain(error, message, len(code.splitlines()), code).hint
        assert len(hint) <= 330, hint
        assert hint[-1] in ".)?", hint


def test_lessons_named_by_hints_are_written_as_ids():
    assert all(hint.lesson == "" or hint.lesson.replace("-", "").isalnum() for hint in HINTS)


def test_a_message_of_any_length_is_explained_quickly():
    explain("RuntimeError", "Sizes of tensors must match " * 100_000, None, "")


@pytest.mark.parametrize(("line", "found"), [(1, "a = 1"), (2, "b = '#'"), (3, ""), (None, ""), (0, "")])
def test_the_failing_line(line, found):
    assert failing_line("  a = 1  # one\nb = '#'", line) == found
