"""Formulas by sympy: of torch's own expressions, held against autograd, with torch's convention at kinks."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy
import pytest

from studytui.sandbox.inside.derivatives.formula import formulas


def derive(run: Callable, f: str, orders: int = 3) -> dict[str, Any]:
    ran = run("", derivative={"f": f, "low": -4, "high": 4, "orders": orders, "points": 80})
    assert ran.code == 0, ran.err
    (message,) = ran.said("derivatives")
    return message


@pytest.mark.parametrize(
    ("f", "first"),
    [
        ("x**3 - 2*x", "3*x**2 - 2"),
        ("torch.sin(x) * x**2", "x*(x*cos(x) + 2*sin(x))"),
        ("x.pow(2).sin()", "2*x*cos(x**2)"),
        ("F.softplus(x)", "exp(x)/(exp(x) + 1)"),
        ("torch.abs(torch.sin(x))", "cos(x)*sign(sin(x))"),
        ("math.pi * x", "pi"),
        ("0.1*x**2", "x/5"),
        ("floor(x) * x", "floor(x)"),
        ("torch.special.expm1(x)", "exp(x)"),
    ],
)
def test_the_first_derivative_is_that_of_the_textbook(run: Callable, f: str, first: str) -> None:
    message = derive(run, f)
    assert (message["in_line"][1], message["no_formula"]) == (f"f′(x) = {first}", "")


@pytest.mark.parametrize(
    "f",
    [
        "relu(x)", "x.clamp(-1, 1)", "x.clamp(min=0.5)", "F.leaky_relu(x, 0.1)", "F.elu(x)", "F.gelu(x)",
        "silu(x)", "maximum(x, 0*x)", "where(x > 0, x**2, -x)", "x * (x > 0)", "sigmoid(x)", "tanh(x)**2",
        "sqrt(x)", "log(abs(x))", "x // 2", "x % 1", "F.softsign(x)", "F.hardtanh(x)", "1 / x", "x**x", "5",
    ],
)  # fmt: skip
def test_every_formula_shown_has_held_against_autograd(run: Callable, f: str) -> None:
    """The check is in the product: a formula that differs is not shown, and the words say so."""
    message = derive(run, f, orders=2)
    assert len(message["formulas"]) == 3, message["no_formula"]


def test_the_kink_of_relu_is_written_as_torch_takes_it(run: Callable) -> None:
    rows = derive(run, "torch.relu(x)", orders=1)["formulas"][1].split("\n")
    assert rows == ["        ⎧1  for x > 0", "f′(x) = ⎨", "        ⎩0  otherwise"]


@pytest.mark.parametrize(
    ("f", "words"),
    [
        ("x.detach() * x", "no formula: sympy has no rule for detach()"),
        ("round(x)", "no formula: sympy has no rule for round()"),
        ("F.gelu(x, approximate='tanh')", "no formula: sympy has no rule for 'tanh'"),
        ("torch.special.bessel_j0(x)", "no formula: sympy has no rule for bessel_j0()"),
        ("mish(mish(mish(x)))", "is too long to be read as a formula"),
    ],
)
def test_what_sympy_cannot_follow_is_said_in_one_line(run: Callable, f: str, words: str) -> None:
    message = derive(run, f)
    assert words in message["no_formula"]
    assert "\n" not in message["no_formula"]


def test_a_formula_that_autograd_contradicts_is_not_shown() -> None:
    x = numpy.linspace(-4, 4, 80)
    found = formulas("x**2", x, [x**2, 3 * x])
    assert found["in_line"] == ["f(x) = x**2"]
    assert found["no_formula"] == "no formula: sympy's f′(x) differs from autograd's at x = -3.696"
