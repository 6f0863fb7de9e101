"""Where a curve breaks off between two grid points: jumps and poles, found by narrowing down on them."""

from __future__ import annotations

from typing import Any, Dict, Iterator, List, NamedTuple, Tuple

from .orders import Orders

_SPLIT = 0.4142135623730951
"""Where an interval is cut. Not in the middle: that would hit 0 and other places where f may be undefined."""
_CUTS = 62
_STEEPEST = 1e-3
"""A break keeps at least this part of the difference between the two grid points, however near one looks."""
_SMALLEST = 1e-12
_NEAR, _NEARER = 1e-8, 1e-10
"""How far to both sides of a place one looks, in grid steps, to tell a jump from a pole."""


class Gap(NamedTuple):
    """A break in a curve. The orders above break there as well."""

    order: int
    """The lowest order that breaks."""
    pair: int
    """It lies between the grid points `pair` and `pair + 1`."""
    x: float
    endless: bool
    """Whether the curve has no limit there (a pole), rather than one on each side (a jump)."""


def find_gaps(orders: Orders, x: Any, rows: List[Any]) -> List[Gap]:
    """The breaks, at most one between two grid points. `rows[k]` is the k-th derivative at the ascending `x`.

    Between neighbours that are both finite, the part with the larger difference is kept, again and again,
    for all pairs and orders at once. What is continuous shrinks to nothing on the way, however steep.
    """
    import torch

    search = _Search(orders, len(rows), x)
    y_low, y_high = torch.cat([row[:-1] for row in rows]), torch.cat([row[1:] for row in rows])
    start = (y_high - y_low).abs()
    place, jump, hole = search.narrow(y_low, y_high)
    broken = ((jump > _STEEPEST * start) & (jump > _SMALLEST) | hole) & start.isfinite()
    lowest: Dict[int, Gap] = {}
    for gap in search.judged(torch.nonzero(broken).flatten(), place, rows):
        lowest.setdefault(gap.pair, gap)
    return [lowest[pair] for pair in sorted(lowest)]


class _Search:
    """All pairs of neighbours in all orders, side by side in one vector."""

    def __init__(self, orders: Orders, count: int, x: Any) -> None:
        import torch

        self._orders = orders
        self._pairs = len(x) - 1
        self._which = torch.arange(count).repeat_interleave(self._pairs)
        self._low, self._high = x[:-1].repeat(count), x[1:].repeat(count)
        self._step = float(x[1] - x[0])

    def narrow(self, y_low: Any, y_high: Any) -> Tuple[Any, Any, Any]:
        """Place of the largest change, the change left there, and whether a hole in the domain was met."""
        import torch

        low, high = self._low, self._high
        hole = torch.zeros(len(low), dtype=torch.bool)
        for _ in range(_CUTS):
            middle = low + _SPLIT * (high - low)
            y = self._values(self._which, middle)
            hole |= ~y.isfinite()
            left = ((y - y_low).abs() >= (y_high - y).abs()) | ~y.isfinite()
            low, high = torch.where(left, low, middle), torch.where(left, middle, high)
            y_low, y_high = torch.where(left, y_low, y), torch.where(left, y, y_high)
        return (low + high) / 2, (y_high - y_low).abs(), hole

    def judged(self, found: Any, places: Any, rows: List[Any]) -> Iterator[Gap]:
        """Look from both sides, ever nearer: two limits that differ are a jump, no limit is a pole."""
        import torch

        which, place = self._which[found], places[found]
        sides = [
            self._values(which, place + side * self._step).tolist()
            for side in (-_NEAR, -_NEARER, _NEARER, _NEAR)
        ]
        there = torch.stack(self._orders.at(torch.round(place, decimals=9))).isfinite().T.tolist()
        sizes = [float(row[row.isfinite()].abs().max()) if row.isfinite().any() else 0.0 for row in rows]
        for i, (order, pair) in enumerate(zip(which.tolist(), (found % self._pairs).tolist())):
            left, left_limit, right_limit, right = (side[i] for side in sides)
            settled = _near(left, left_limit, sizes[order]) and _near(right, right_limit, sizes[order])
            if not settled or not _near(left_limit, right_limit, sizes[order]):
                undefined = there[i].index(False) if False in there[i] else order
                lowest = order if settled else min(order, undefined)
                yield Gap(lowest, pair, _round(float(place[i])), not settled)

    def _values(self, which: Any, x: Any) -> Any:
        import torch

        return torch.stack(self._orders.at(x)).gather(0, which.unsqueeze(0)).squeeze(0)


def _near(one: float, other: float, size: float) -> bool:
    """NaN is near nothing. `size` is how large values of this order are."""
    return abs(one - other) <= max(1e-4 * max(abs(one), abs(other)), 1e-6 * min(size, 1e3))


def _round(place: float) -> float:
    """The round number meant: 0 rather than 3e-17."""
    return round(place, 9) + 0.0
