"""What there is to say about the curves, in words: kinks, jumps, poles, and the numerical check."""

from __future__ import annotations

from typing import Any, Iterable, Iterator, List

from .check import Checked
from .gaps import Gap
from .orders import Orders

NAMES = ("f", "f'", "f''", "f'''")
_MOST_PLACES = 5
_AGREES = 1e-4


def name_of(order: int) -> str:
    """f, f', f'', f''', then f⁽⁴⁾ in plain letters."""
    return NAMES[order] if order < len(NAMES) else f"f^({order})"


def notes(orders: Orders, rows: List[Any], gaps: List[Gap], checked: List[Checked]) -> List[str]:
    """At most a dozen sentences, the most telling first."""
    return [
        *_undefined(rows),
        *_breaks(gaps),
        *_kinks(orders, gaps),
        *([f"torch cannot go further: {orders.missing}"] if orders.missing else []),
        *_agreement(checked),
    ][:12]


def _undefined(rows: List[Any]) -> Iterator[str]:
    without = int((~rows[0].isfinite()).sum())
    if without:
        yield f"f has no finite value at {without} of {len(rows[0])} points"


def _breaks(gaps: List[Gap]) -> Iterator[str]:
    poles = [gap.x for gap in gaps if gap.order == 0 and gap.endless]
    jumps = [gap.x for gap in gaps if gap.order == 0 and not gap.endless]
    if poles:
        yield f"f has no limit at {_places(poles)}: it grows without bound or oscillates there"
    if jumps:
        yield f"f jumps at {_places(jumps)}: it has no derivative there, and torch does not see the jump"


def _kinks(orders: Orders, gaps: List[Gap]) -> Iterator[str]:
    """Orders that break where the one below does not."""
    for order in range(1, orders.highest + 1):
        jumps = [gap.x for gap in gaps if gap.order == order and not gap.endless]
        poles = [gap.x for gap in gaps if gap.order == order and gap.endless]
        below, this = name_of(order - 1), name_of(order)
        if jumps:
            yield f"{below} has a kink at {_places(jumps)}: {_convention(orders, order, jumps)}"
        if poles:
            yield f"{this} has no limit at {_places(poles)}, though {below} has"


def _convention(orders: Orders, order: int, places: List[float]) -> str:
    """What torch answers at the kink itself; told only where the place is a number with few digits."""
    import torch

    exact = [x for x in places if round(x, 4) == x][:3]
    if not exact:
        return f"{name_of(order)} has another limit on each side"
    row = orders.at(torch.tensor(exact, dtype=torch.float64))[order].tolist()
    return "torch takes " + ", ".join(f"{name_of(order)}({x:.6g}) = {y:.6g}" for x, y in zip(exact, row))


def _agreement(checked: List[Checked]) -> Iterator[str]:
    compared = [(order, each) for order, each in enumerate(checked, 1) if each.compared]
    if not compared:
        return
    for order, each in compared:
        if each.largest > _AGREES:
            yield (
                f"{name_of(order)}: autograd and central differences disagree, by {each.largest:.2g} "
                f"at x = {each.at:.6g}: torch does not see all that f does"
            )
    if all(each.largest <= _AGREES for _, each in compared):
        worst = max(each.largest for _, each in compared)
        yield f"autograd and central differences agree: largest difference {worst:.1e}"


def _places(places: Iterable[float]) -> str:
    distinct = sorted(set(places))
    told = ", ".join(f"{x:.6g}" for x in distinct[:_MOST_PLACES])
    more = len(distinct) - _MOST_PLACES
    return f"x = {told}" + (f" and {more} more" if more > 0 else "")
