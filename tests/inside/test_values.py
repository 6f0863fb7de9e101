"""Variables and exported expressions as plain data."""

from __future__ import annotations

from collections.abc import Callable

import pytest

TENSORS = """
import torch, numpy as np
x = torch.tensor([[1.0, 2.0], [3.0, 4.0]], requires_grad=True)
t = x.t()
y = (x**2).sum()
y.backward()
whole = torch.arange(6).reshape(2, 3)
part = whole[:, 1:]
half = torch.ones(3, dtype=torch.bfloat16)
net = torch.nn.Linear(3, 4)
array = np.zeros((2, 5), dtype=np.float32)
number, word, nothing = 0.5, "hello", None
million = list(range(10**6))
def function(): pass
class Odd:
    def __repr__(self): raise KeyError
odd = Odd()
"""


def test_tensors_tell_what_explains_most_surprises(run: Callable) -> None:
    known = run(TENSORS).variables
    assert (
        known["x"] | {"shape": [2, 2], "dtype": "torch.float32", "requires_grad": True, "is_leaf": True}
        == known["x"]
    )
    assert known["x"]["grad"]["mean"] == 5.0
    assert (known["x"]["min"], known["x"]["max"], known["x"]["mean"]) == (1.0, 4.0, 2.5)
    assert (known["t"]["contiguous"], known["t"]["grad_fn"], known["t"]["shares"]) == (
        False,
        "TBackward0",
        ["x"],
    )
    assert (known["y"]["grad_fn"], known["y"]["is_leaf"]) == ("SumBackward0", False)
    assert known["part"]["shares"] == ["whole"]
    assert "shares" not in known["half"]
    assert known["half"]["nbytes"] == 6


def test_other_values_are_told_by_type_and_repr(run: Callable) -> None:
    ran = run(TENSORS)
    known = ran.variables
    assert (known["net"]["type"], known["net"]["parameters"]) == ("Linear", 16)
    assert (known["array"]["shape"], known["array"]["dtype"]) == ([2, 5], "numpy.float32")
    assert (known["number"]["repr"], known["word"]["repr"], known["nothing"]["repr"]) == (
        "0.5",
        "'hello'",
        "None",
    )
    assert len(known["million"]["repr"]) <= 200
    assert known["odd"]["repr"] == "<Odd: its repr raised KeyError>"
    assert not {"torch", "np", "function", "Odd"} & set(known)
    assert ran.said("variables")[0]["functions"] == 2


def test_variables_are_told_after_an_error_and_bounded(run: Callable) -> None:
    ran = run("for i in range(5000):\n    globals()[f'v{i}'] = 'x' * 1000\n1 / 0\n")
    assert ran.code == 1
    assert ran.longest < 64 * 1024
    assert len(ran.variables) + ran.said("variables")[0]["left_out"] == 5001


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        (
            "x.grad",
            {"kind": "tensor", "shape": [2, 2], "dtype": "torch.float32", "data": [2.0, 4.0, 6.0, 8.0]},
        ),
        ("t", {"shape": [2, 2], "data": [1.0, 3.0, 2.0, 4.0], "requires_grad": True}),
        ("x.shape[0]", {"kind": "number", "data": 2}),
        ("torch.tensor(0.1)", {"shape": [], "data": [0.1], "device": "cpu"}),
        ("torch.tensor([1.0, float('nan'), -float('inf')])", {"data": [1.0, "nan", "-inf"]}),
        ("x > 2", {"dtype": "torch.bool", "data": [False, False, True, True]}),
        ("torch.tensor([1 + 2j])", {"dtype": "torch.complex64", "data": [[1.0, 2.0]]}),
        ("array", {"kind": "tensor", "dtype": "numpy.float32", "shape": [2, 5]}),
        ("float('inf')", {"kind": "number", "data": "inf"}),
        ("nothing", {"kind": "none"}),
        ("word", {"kind": "text", "data": "hello"}),
        ("number > 0", {"kind": "bool", "data": True}),
        ("(x, number)", {"kind": "sequence", "length": 2}),
        ("odd", {"kind": "other", "type": "Odd"}),
        ("missing", {"ok": False, "error": "NameError: name 'missing' is not defined"}),
        ("x @ array", {"ok": False}),
        ("1 +", {"ok": False}),
        ("exit()", {"ok": False, "error": "SystemExit: None"}),
    ],
)
def test_exports(run: Callable, expression: str, expected: dict[str, object]) -> None:
    item = run(TENSORS, exports=[expression]).exported[expression]
    assert item | {"ok": True, **expected} == item


def test_exports_see_what_a_failed_run_left(run: Callable) -> None:
    ran = run("x = 3\n1 / 0\ny = 4\n", exports=["x", "y"])
    assert ran.exported["x"]["data"] == 3
    assert ran.exported["y"]["ok"] is False


def test_large_tensors_are_cut_and_say_so(run: Callable) -> None:
    ran = run("import torch\na = torch.rand(100, 100)\nb = a.double()\n", exports=["a", "b", "a", "b * 2"])
    assert (len(ran.exported["a"]["data"]), ran.exported["a"]["numel"]) == (4096, 10_000)
    assert ran.exported["b"]["note"] == "the first 2048 of 10000 numbers"
    assert ran.longest < 64 * 1024
