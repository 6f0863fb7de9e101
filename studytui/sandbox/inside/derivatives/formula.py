"""f, f', f'', … as formulas: differentiated by sympy, and held against autograd before they are shown."""

from __future__ import annotations

import time
from typing import Any, Dict, List

from .symbols import NoFormula, Symbols

NAMES = ("f(x)", "f′(x)", "f″(x)", "f‴(x)")
MOST_OPERATIONS = 70
"""A longer formula tells nobody anything."""
_SIMPLIFIED = 40
_TIME = 1.5
"""Seconds after which the orders that are left stay without a formula."""
_WIDEST, _HIGHEST = 76, 12
_LONGEST_LINE = 200
_NEAR = 1e-6
_PLACES = 11


def formulas(text: str, x: Any, rows: List[Any]) -> Dict[str, Any]:
    """{formulas, in_line, no_formula}: for each order as rows of text and in one line; why one is missing.

    `rows[k]` is the k-th derivative at `x` as autograd has it. A formula that differs from it is not shown.
    """
    found: Dict[str, Any] = {"formulas": [], "in_line": [], "no_formula": ""}
    try:
        symbols = Symbols()
        expression = symbols.read(text)
        deadline = time.monotonic() + _TIME
        for order in range(len(rows)):
            if order:
                expression = _differentiated(symbols, expression)
            if time.monotonic() > deadline or expression.count_ops() > MOST_OPERATIONS:
                raise NoFormula(_too_long(order))
            _held_against(expression, symbols.x, x, rows[order], order)
            _add(found, expression, order)
    except ImportError:
        found["no_formula"] = "no formulas: this interpreter has no sympy"
    except NoFormula as error:
        found["no_formula"] = f"no formula: {error}"
    except Exception as error:  # sympy raises whatever it likes on odd input; the picture does not need it
        found["no_formula"] = f"no formula: sympy gave up, {type(error).__name__}"
    return found


def _differentiated(symbols: Symbols, expression: Any) -> Any:
    """Simplified where that is quick and makes it simpler: sign(x) would become cases, a sigmoid cosh.

    What sympy puts onto a jump (Dirac's δ), torch never sees.
    """
    import sympy

    slope = expression.diff(symbols.x).replace(sympy.DiracDelta, lambda *_: sympy.Integer(0))
    signs = any(type(part).__name__ == "sign" for part in slope.atoms(sympy.Function))
    if signs or slope.count_ops() > _SIMPLIFIED:
        return slope
    simple = sympy.simplify(slope)
    foreign = not slope.has(sympy.cosh) and simple.has(sympy.cosh)
    return sympy.together(slope) if foreign else simple


def _held_against(expression: Any, symbol: Any, x: Any, row: Any, order: int) -> None:
    """Compare at a few places. Raises NoFormula where the two differ."""
    import math

    function = _function(expression, symbol)
    step = max(1, len(x) // _PLACES)
    for place, value in zip(x[step // 2 :: step].tolist(), row[step // 2 :: step].tolist()):
        try:
            told = float(function(place))
        except (TypeError, ValueError, ZeroDivisionError, OverflowError):
            continue  # outside the domain, or complex there: autograd has nan
        if math.isfinite(told) and math.isfinite(value) and abs(told - value) > _NEAR * max(1, abs(value)):
            raise NoFormula(f"sympy's {_name(order)} differs from autograd's at x = {place:.4g}")


def _function(expression: Any, symbol: Any) -> Any:
    import sympy

    return sympy.lambdify(symbol, expression, modules=[{"Abs": abs}, "math"])


def _add(found: Dict[str, Any], expression: Any, order: int) -> None:
    import sympy

    equation = sympy.Eq(sympy.Symbol(_name(order)), expression, evaluate=False)
    pretty = sympy.pretty(equation, use_unicode=True, wrap_line=False)
    lines = [line.rstrip() for line in pretty.split("\n")]
    plain = sympy.sstr(expression)
    if max(map(len, lines)) > _WIDEST or len(lines) > _HIGHEST:
        if len(plain) > _LONGEST_LINE or expression.has(sympy.Piecewise):
            raise NoFormula(_too_long(order))
        lines = [f"{_name(order)} = {plain}"]
    found["formulas"].append("\n".join(lines))
    found["in_line"].append("" if expression.has(sympy.Piecewise) else f"{_name(order)} = {plain}")


def _too_long(order: int) -> str:
    return f"{_name(order)} is too long to be read as a formula"


def _name(order: int) -> str:
    return NAMES[order] if order < len(NAMES) else f"f⁽{order}⁾(x)"
