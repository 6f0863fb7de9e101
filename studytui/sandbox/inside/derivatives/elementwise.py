"""Does f treat each x by itself? Only then is the gradient of the sum the derivative of each."""

from __future__ import annotations

from typing import Any

from .orders import Orders

_ALONE = 7


def demand_elementwise(orders: Orders, x: Any) -> None:
    """Compare f on the whole grid with f on a few points alone. Raises ValueError when they differ."""
    together = orders.values(x)
    if together.shape != x.shape:
        raise ValueError(
            f"f must give one number for each x: from shape {list(x.shape)} it made {list(together.shape)}"
        )
    if not _same(together, orders.values(x)):
        raise ValueError("f gives other values each time it is asked; a curve needs the same ones")
    for place in range(0, len(x), max(1, len(x) // _ALONE)):
        alone = orders.values(x[place : place + 1])
        if alone.shape != (1,) or not _same(alone, together[place : place + 1]):
            raise ValueError(
                "f mixes the values of x, as sum, mean, softmax or cumsum do: "
                "the value at one x must not depend on the others"
            )


def _same(one: Any, other: Any) -> bool:
    import torch

    return bool(torch.allclose(one, other, rtol=1e-9, atol=1e-12, equal_nan=True))
