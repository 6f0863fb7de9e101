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

    Between neighbours that are both finite, one part is kept, again and again: that with the larger change,
    which finds poles; and in a second search that which departs most from its slope, which finds the small
    jump on a steep curve. What is continuous shrinks to nothing on the way.
    """
    import torch

    search = _Search(orders, len(rows), x)
    place, jump, largest, hole = search.narrow()
    broken = (jump > _STEEPEST * largest) & (jump > _SMALLEST) | hole
    lowest: Dict[int, Gap] = {}
    for gap in search.judged(torch.nonzero(broken).flatten(), place, rows):
        known = lowest.get(gap.pair)
        if known is None or gap.order < known.order:
            lowest[gap.pair] = gap
    return [lowest[pair] for pair in sorted(lowest)]


class _Search:
    """All pairs of neighbours, in all orders, searched in both ways, side by side in one vector."""

    def __init__(self, orders: Orders, count: int, x: Any) -> None:
        import torch

        self._orders = orders
        self._pairs = len(x) - 1
        self._which = torch.arange(count).repeat_interleave(self._pairs).repeat(2)
        self._by_slope = torch.arange(len(self._which)) >= len(self._which) // 2
        self._low, self._high = x[:-1].repeat(2 * count), x[1:].repeat(2 * count)
        self._step = float(x[1] - x[0])

    def narrow(self) -> Tuple[Any, Any, Any, Any]:
        """Where each search ended, the change left there, the largest met, and whether it met a hole."""
        import torch

        low, high = self._low, self._high
        (y_low, slope_low), (y_high, slope_high) = self._values(low), self._values(high)
        largest = (y_high - y_low).abs()
        usable = largest.isfinite()
        hole = torch.zeros(len(low), dtype=torch.bool)
        for _ in range(_CUTS):
            middle = low + _SPLIT * (high - low)
            y, slope = self._values(middle)
            hole |= ~y.isfinite()
            largest = torch.maximum(largest, torch.maximum((y - y_low).abs(), (y_high - y).abs()))
            before = _surprise(y - y_low, (slope + slope_low) * (middle - low))
            after = _surprise(y_high - y, (slope_high + slope) * (high - middle))
            left = (before >= after) | ~y.isfinite()
            low, high = torch.where(left, low, middle), torch.where(left, middle, high)
            y_low, y_high = torch.where(left, y_low, y), torch.where(left, y, y_high)
            slope_low = torch.where(left, slope_low, slope)
            slope_high = torch.where(left, slope, slope_high)
        return (low + high) / 2, (y_high - y_low).abs(), largest, hole & usable

    def judged(self, found: Any, places: Any, rows: List[Any]) -> Iterator[Gap]:
        """Look from both sides, ever nearer: two limits that differ are a jump, no limit is a pole."""
        import torch

        which, place = self._which[found], places[found]
        sides = [
            _of_order(self._orders.at(place + side * self._step), which).tolist()
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

    def _values(self, x: Any) -> Tuple[Any, Any]:
        """What each pair is searched in, and its slope as autograd has it; NaN where it is not asked for."""
        import torch

        rows = self._orders.at(x)
        unknown = torch.full_like(x, float("nan"))
        slopes = _of_order([*rows[1:], unknown], self._which)
        return _of_order(rows, self._which), torch.where(self._by_slope, slopes, unknown)


def _of_order(rows: List[Any], which: Any) -> Any:
    import torch

    return torch.stack(rows).gather(0, which.unsqueeze(0)).squeeze(0)


def _surprise(change: Any, twice: Any) -> Any:
    """How far a change is from what the slopes at both ends promise; the change itself without slopes."""
    import torch

    return torch.where(twice.isfinite(), change - twice / 2, change).abs()


def _near(one: float, other: float, size: float) -> bool:
    """NaN is near nothing. `size` is how large values of this order are."""
    return abs(one - other) <= max(1e-4 * max(abs(one), abs(other)), 1e-6 * min(size, 1e3))


def _round(place: float) -> float:
    """The round number meant: 0 rather than 3e-17."""
    return round(place, 9) + 0.0
