"""Formulas of a function and its derivatives, each with what the numerical check found."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

from studytui.plot.derivatives import NAMES


class WithFormulas(Protocol):
    """What the event `Derivatives` offers."""

    @property
    def formulas(self) -> Sequence[str]: ...
    @property
    def in_line(self) -> Sequence[str]: ...
    @property
    def no_formula(self) -> str: ...
    @property
    def max_difference(self) -> Sequence[float]: ...


def formula_text(data: WithFormulas) -> str:
    """All formulas, a blank line between them; below each derivative how well differences agree with it."""
    return "\n\n".join(_parts(data))


def formula_line(data: WithFormulas) -> str:
    """The first derivative in one line, or why there is none; "" when it takes several rows."""
    return data.in_line[1] if len(data.in_line) > 1 else data.no_formula


def _parts(data: WithFormulas) -> Iterable[str]:
    for order in range(max(len(data.formulas), len(data.max_difference) + 1)):
        formula = [data.formulas[order]] if order < len(data.formulas) else []
        checked = [_checked(order, data.max_difference[order - 1])] if 0 < order <= _checks(data) else []
        if formula or checked:
            yield "\n".join(formula + checked)
    if data.no_formula:
        yield data.no_formula


def _checks(data: WithFormulas) -> int:
    return len(data.max_difference)


def _checked(order: int, difference: float) -> str:
    name = NAMES[order] if order < len(NAMES) else f"f⁽{order}⁾"
    apart = f"at most {difference:.1e} apart" if difference else "equal"
    return f"  {name}: autograd and differences {apart}"
