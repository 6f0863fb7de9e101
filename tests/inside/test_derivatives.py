"""f and its derivatives: right where they exist, a gap where they do not, words for what is special."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import pytest

SMOOTH = {
    "x**3 - 2*x": (lambda x: x**3 - 2 * x, lambda x: 3 * x**2 - 2, lambda x: 6 * x),
    "3*x + 1": (lambda x: 3 * x + 1, lambda x: 3.0, lambda x: 0.0),
    "5": (lambda x: 5.0, lambda x: 0.0, lambda x: 0.0),
    "torch.sin(x)": (math.sin, math.cos, lambda x: -math.sin(x)),
    "exp(-x**2)": (
        lambda x: math.exp(-(x**2)),
        lambda x: -2 * x * math.exp(-(x**2)),
        lambda x: (4 * x**2 - 2) * math.exp(-(x**2)),
    ),
    "x.tanh()": (
        math.tanh,
        lambda x: 1 - math.tanh(x) ** 2,
        lambda x: -2 * math.tanh(x) * (1 - math.tanh(x) ** 2),
    ),
    "F.softplus(x)": (
        lambda x: math.log1p(math.exp(x)),
        lambda x: 1 / (1 + math.exp(-x)),
        lambda x: math.exp(-x) / (1 + math.exp(-x)) ** 2,
    ),
    "sin(x)/x": (
        lambda x: math.sin(x) / x,
        lambda x: math.cos(x) / x - math.sin(x) / x**2,
        lambda x: -math.sin(x) / x - 2 * math.cos(x) / x**2 + 2 * math.sin(x) / x**3,
    ),
}


def derive(run: Callable, f: str, low: float = -4.0, high: float = 4.0, orders: int = 2) -> dict[str, Any]:
    ran = run("", derivative={"f": f, "low": low, "high": high, "orders": orders, "points": 160})
    assert ran.code == 0, ran.err
    (message,) = ran.said("derivatives")
    return message


def gaps(message: dict[str, Any], order: int) -> list[float]:
    return [x for x, y in zip(message["x"], message["orders"][order], strict=True) if y is None]


@pytest.mark.parametrize("f", SMOOTH)
def test_smooth_functions_have_the_derivatives_of_the_textbook(run: Callable, f: str) -> None:
    message = derive(run, f)
    assert len(message["orders"]) == 3
    for order, expected in enumerate(SMOOTH[f]):
        assert gaps(message, order) == []
        for x, y in zip(message["x"], message["orders"][order], strict=True):
            assert y == pytest.approx(expected(x), rel=1e-7, abs=1e-7)
    assert all(difference < 1e-8 for difference in message["max_difference"])
    assert any("agree" in note for note in message["notes"])


@pytest.mark.parametrize(
    ("f", "order", "where"),
    [
        ("abs(x)", 1, [0]),
        ("relu(x)", 1, [0]),
        ("x.clamp(-1, 1)", 1, [-1, 1]),
        ("torch.where(x > 0, x**2, -x)", 1, [0]),
        ("F.elu(x)", 2, [0]),
        ("1/x", 0, [0]),
        ("1/x**2", 0, [0]),
        ("tan(x)", 0, [-math.pi / 2, math.pi / 2]),
        ("sign(x)", 0, [0]),
        ("100*x**2 + floor(x)", 0, [-3, -2, -1, 0, 1, 2, 3]),
        ("floor(x)", 0, [-3, -2, -1, 0, 1, 2, 3]),
        ("round(x)", 0, [-3.5, -2.5, -1.5, -0.5, 0.5, 1.5, 2.5, 3.5]),
    ],
)
def test_gaps_are_where_the_curve_breaks(run: Callable, f: str, order: int, where: list[float]) -> None:
    message = derive(run, f)
    found = [gaps(message, k) for k in range(3)]
    assert all(found[k] == [] for k in range(order))
    inner = [x for x in found[order] if abs(x) < 3.99]
    assert inner == pytest.approx(where, abs=1e-6)


def test_steep_is_not_broken(run: Callable) -> None:
    message = derive(run, "sigmoid(5000*x)")
    assert [gaps(message, order) for order in range(3)] == [[], [], []]


def test_kinks_are_named_with_what_torch_takes(run: Callable) -> None:
    assert "f has a kink at x = 0: torch takes f'(0) = 0" in derive(run, "relu(x)")["notes"]
    assert "f has a kink at x = 0: torch takes f'(0) = 0.5" in derive(run, "maximum(x, 0*x)")["notes"]


def test_what_torch_does_not_see_is_told(run: Callable) -> None:
    message = derive(run, "x.detach() * x")
    assert any(note.startswith("f': autograd and central differences disagree") for note in message["notes"])
    assert message["max_difference"][0] > 0.5


def test_outside_the_domain_there_is_no_value(run: Callable) -> None:
    message = derive(run, "sqrt(x)")
    assert all((y is None) == (x < 0) for x, y in zip(message["x"], message["orders"][0], strict=True))


@pytest.mark.parametrize(
    ("f", "words"),
    [
        ("x.sum() * x", "mixes the values"),
        ("softmax(x, 0)", "mixes the values"),
        ("cumsum(x, 0)", "mixes the values"),
        ("rand_like(x) * x", "other values each time"),
        ("x^2", "write x**2"),
        ("2x", "a product needs a star"),
        ("y + 1", "does not know 'y'"),
        ("f = x", "leave out the name"),
        ("sin(x", "never closed"),
        ("x if x > 0 else 0", "torch.where"),
        ("math.sin(x)", "torch.sin"),
        ("x * 1j", "complex"),
        ("[x for x in x]", "one expression"),
        ("", "one expression"),
    ],
)
def test_what_cannot_be_drawn_is_refused_with_words(run: Callable, f: str, words: str) -> None:
    ran = run("", derivative={"f": f, "low": -4, "high": 4, "orders": 2, "points": 160})
    assert ran.code == 1
    assert ran.said("derivatives") == []
    (message,) = ran.said("exc")
    assert message["type"] == "ValueError"
    assert words in message["message"]


def test_a_range_must_ascend(run: Callable) -> None:
    ran = run("", derivative={"f": "x", "low": 2, "high": 2, "orders": 1, "points": 50})
    assert "from a smaller to a larger number" in ran.said("exc")[0]["message"]


def test_many_points_of_many_orders_fit_one_message(run: Callable) -> None:
    ran = run("", derivative={"f": "exp(x)*sin(20*x)", "low": -4, "high": 4, "orders": 6, "points": 5000})
    assert len(ran.said("derivatives")) == 1
    assert ran.longest < 64 * 1024
