"""torch's elementwise functions in sympy, each as torch defines it, kinks included."""

from __future__ import annotations

from typing import Any, Callable, Dict

Rule = Callable[..., Any]


_SAME = (
    *("sin", "cos", "tan", "asin", "acos", "atan", "sinh", "cosh", "tanh", "asinh", "acosh", "atanh"),
    *("exp", "log", "sqrt", "erf", "erfc", "digamma"),
)
"""Called alike in torch and in sympy."""
_AS_ABS = {"is_real": True, "_pretty": lambda self, printer: printer._print_Abs(self)}
"""sympy's own Abs turns itself into cases as soon as it is differentiated."""


def rules(sp: Any) -> Dict[str, Rule]:
    """Name -> rule. Kinks are written as cases, so that the derivative at the kink is the one torch takes."""
    return {
        **{name: getattr(sp, name) for name in _SAME},
        **{f"arc{name[1:]}": getattr(sp, name) for name in _SAME if name[0] == "a"},
        **_arithmetic(sp),
        **_powers(sp),
        **_flat(sp),
        **_activations(sp),
    }


def _arithmetic(sp: Any) -> Dict[str, Rule]:
    return {
        "add": lambda a, b: a + b,
        "sub": lambda a, b: a - b,
        "mul": lambda a, b: a * b,
        "div": lambda a, b: a / b,
        "neg": lambda x: -x,
        "maximum": lambda a, b: sp.Piecewise((a, a > b), (b, a < b), ((a + b) / 2, True)),
        "minimum": lambda a, b: sp.Piecewise((a, a < b), (b, a > b), ((a + b) / 2, True)),
        "where": lambda condition, a, b: sp.Piecewise((a, condition), (b, True)),
        "clamp": lambda x, min=None, max=None: _clamped(sp, x, min, max),
    }


def _powers(sp: Any) -> Dict[str, Rule]:
    return {
        "pow": lambda a, b: a**b,
        "square": lambda x: x**2,
        "rsqrt": lambda x: 1 / sp.sqrt(x),
        "reciprocal": lambda x: 1 / x,
        "log2": lambda x: sp.log(x) / sp.log(2),
        "log10": lambda x: sp.log(x) / sp.log(10),
        "log1p": lambda x: sp.log(1 + x),
        "expm1": lambda x: sp.exp(x) - 1,
        "exp2": lambda x: sp.Integer(2) ** x,
        "lgamma": lambda x: sp.loggamma(x),
    }


def _flat(sp: Any) -> Dict[str, Rule]:
    """Steps and abs: torch's derivative of a step is 0 everywhere, that of abs is its sign."""

    def flat(base: Any) -> Any:
        return type(base.__name__, (base,), {"fdiff": lambda self, argindex=1: sp.Integer(0)})

    floor, ceiling = flat(sp.floor), flat(sp.ceiling)
    step = type("sign", (sp.sign,), {"_eval_derivative": lambda self, x: sp.Integer(0)})

    def slope_of_abs(self: Any, x: Any) -> Any:
        return step(self.args[0]) * self.args[0].diff(x)

    return {
        "abs": type("Abs", (sp.Function,), {**_AS_ABS, "_eval_derivative": slope_of_abs}),
        "floor": floor,
        "ceil": ceiling,
        "sign": step,
        "sgn": step,
        "frac": lambda x: x - step(x) * floor(sp.Abs(x)),
        "remainder": lambda a, b: a - b * floor(a / b),
    }


def _activations(sp: Any) -> Dict[str, Rule]:
    def sigmoid(x: Any) -> Any:
        return 1 / (1 + sp.exp(-x))

    def leaky(x: Any, negative_slope: Any = None) -> Any:
        slope = sp.Rational(1, 100) if negative_slope is None else negative_slope
        return sp.Piecewise((x, x > 0), (slope * x, True))

    def elu(x: Any, alpha: Any = 1) -> Any:
        return sp.Piecewise((x, x > 0), (alpha * (sp.exp(x) - 1), True))

    return {
        "relu": lambda x: sp.Piecewise((x, x > 0), (0, True)),
        "relu6": lambda x: sp.Piecewise((0, x <= 0), (6, x >= 6), (x, True)),
        "hardtanh": lambda x, min_val=-1, max_val=1: sp.Piecewise(
            (min_val, x <= min_val), (max_val, x >= max_val), (x, True)
        ),
        "leaky_relu": leaky,
        "elu": elu,
        "sigmoid": sigmoid,
        "logsigmoid": lambda x: -sp.log(1 + sp.exp(-x)),
        "silu": lambda x: x * sigmoid(x),
        "softplus": lambda x, beta=1: sp.log(1 + sp.exp(beta * x)) / beta,
        "softsign": lambda x: x / (1 + _flat(sp)["abs"](x)),
        "tanhshrink": lambda x: x - sp.tanh(x),
        "gelu": lambda x: x * (1 + sp.erf(x / sp.sqrt(2))) / 2,
        "mish": lambda x: x * sp.tanh(sp.log(1 + sp.exp(x))),
    }


def _clamped(sp: Any, x: Any, low: Any, high: Any) -> Any:
    cases = [(low, x < low)] if low is not None else []
    if high is not None:
        cases.append((high, x > high))
    return sp.Piecewise(*cases, (x, True))
