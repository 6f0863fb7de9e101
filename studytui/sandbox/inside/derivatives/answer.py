"""Answer a request for derivatives."""

from __future__ import annotations

import bisect
import math
from typing import Any, List, Mapping, Optional

from ..emitting import LINE_BUDGET, Emit
from ..main_module import remember_source
from .check import check
from .elementwise import demand_elementwise
from .expression import FILENAME, compiled
from .formula import formulas
from .gaps import Gap, find_gaps
from .notes import notes
from .orders import Orders

HIGHEST = 6
_BYTES_A_NUMBER = 18


def answer(request: Mapping[str, Any], emit: Emit) -> None:
    """Emit `derivatives` for {f, low, high, orders, points}. Raises ValueError when there is nothing to draw.

    The grid gains a point at every gap, without a value in the orders that break there and in those above.
    """
    import torch

    text = str(request.get("f") or "")
    remember_source(text, FILENAME)
    orders = Orders(compiled(text), _between(int(request.get("orders", 3)), 0, HIGHEST))
    low, high = _range(request)
    most = LINE_BUDGET // _BYTES_A_NUMBER // (orders.highest + 2)
    count = _between(int(request.get("points") or 160), 8, most)
    x = torch.linspace(low, high, count, dtype=torch.float64)
    demand_elementwise(orders, x)
    rows = orders.at(x)
    gaps = find_gaps(orders, x, rows)
    checked = check(orders, x, rows, [gap.x for gap in gaps])
    grid, curves = _with_gaps(orders, x.tolist(), [row.tolist() for row in rows], gaps[: most - count])
    emit(
        "derivatives",
        x=grid,
        orders=curves,
        notes=notes(orders, rows, gaps, checked),
        max_difference=[each.largest for each in checked],
        **formulas(text, x, rows),
    )


def _with_gaps(
    orders: Orders, grid: List[float], rows: List[List[float]], gaps: List[Gap]
) -> "tuple[List[float], List[List[Optional[float]]]]":
    import torch

    lowest = {gap.x: gap.order for gap in gaps if gap.x not in set(grid)}
    places = sorted(lowest)
    extra = [row.tolist() for row in orders.at(torch.tensor(places, dtype=torch.float64))] if places else []
    curves: List[List[Optional[float]]] = [[_told(value) for value in row] for row in rows]
    for i, place in enumerate(places):
        at = bisect.bisect(grid, place)
        grid.insert(at, place)
        for order, curve in enumerate(curves):
            curve.insert(at, None if order >= lowest[place] else _told(extra[order][i]))
    return grid, curves


def _told(value: float) -> Optional[float]:
    """Ten digits are plenty for a picture; what is not finite is a gap."""
    return float(f"{value:.10g}") if math.isfinite(value) else None


def _range(request: Mapping[str, Any]) -> "tuple[float, float]":
    low, high = float(request.get("low", -4.0)), float(request.get("high", 4.0))
    if not (math.isfinite(low) and math.isfinite(high) and low < high):
        raise ValueError(f"the range must go from a smaller to a larger number, not from {low:g} to {high:g}")
    return low, high


def _between(value: int, low: int, high: int) -> int:
    return max(low, min(high, value))
