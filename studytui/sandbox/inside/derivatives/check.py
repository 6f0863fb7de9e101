"""An independent check of autograd: differences of the order below, over a few small steps."""

from __future__ import annotations

from typing import Any, List, NamedTuple

from .orders import Orders

_STEPS = (1e-3, 1e-4, 1e-5, 1e-6)
"""Parts of an eighth of the range. Each point counts with the step that suits it: steep ones need short."""


class Checked(NamedTuple):
    """How far autograd and differences are apart, for one order."""

    largest: float
    """Largest of |autograd - differences| / max(1, |autograd|) over the points compared."""
    at: float
    """The x where that is."""
    compared: int


def check(orders: Orders, x: Any, rows: List[Any], away_from: List[float]) -> List[Checked]:
    """One for each order from 1. Points next to gaps or to the ends, or without a value, are left out."""
    import torch

    span = float(x[-1] - x[0]) / 8
    apart = torch.minimum(x - x[0], x[-1] - x)
    for place in away_from:
        apart = torch.minimum(apart, (x - place).abs())
    estimates = [_differences(orders, x, size * span) for size in _STEPS]
    found = []
    for order in range(1, len(rows)):
        scale = rows[order].abs().clamp(min=1.0)
        each = torch.stack([(rows[order] - estimate[order - 1]).abs() / scale for estimate in estimates])
        each = each.nan_to_num(nan=float("inf")).min(0).values
        usable = rows[order].isfinite() & each.isfinite() & (apart > 2.5 * _STEPS[0] * span)
        found.append(_largest(each, x, usable))
    return found


def _differences(orders: Orders, x: Any, h: float) -> List[Any]:
    """The five-point rule, (8(f(x+h) - f(x-h)) - (f(x+2h) - f(x-2h))) / 12h, of every order; error h⁴."""
    two_below, below, above, two_above = (orders.at(x + k * h) for k in (-2, -1, 1, 2))
    return [(8 * (c - b) - (d - a)) / (12 * h) for a, b, c, d in zip(two_below, below, above, two_above)]


def _largest(each: Any, x: Any, usable: Any) -> Checked:
    if not bool(usable.any()):
        return Checked(0.0, float("nan"), 0)
    at = int(each.masked_fill(~usable, -1.0).argmax())
    return Checked(float(each[at]), float(x[at]), int(usable.sum()))
