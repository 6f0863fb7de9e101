"""What a tensor's numbers look like: statistics, a histogram, and a picture of the last two dimensions."""

from __future__ import annotations

import math
import sys
from typing import Any, Dict, List, Union

MOST = 4096
"""Elements that are looked at; of larger tensors every second, fourth, … along the longest dimensions."""
BINS = 24
ROWS, COLUMNS = 16, 24

Number = Union[float, str]


def value_facts(tensor: Any) -> Dict[str, Any]:
    """`std`, `zeros`, `nan`, `inf`, `histogram`, `grid`; `sampled` when not all elements were looked at."""
    torch = sys.modules["torch"]
    if tensor.is_meta or tensor.layout != torch.strided or not tensor.numel() or tensor.is_complex():
        return {}
    whole = tensor.detach()
    values = _sample(whole, MOST).to("cpu", torch.float64).reshape(-1)
    finite = values[values.isfinite()]
    facts: Dict[str, Any] = {
        "sampled": int(values.numel()) if values.numel() < whole.numel() else 0,
        "zeros": int((values == 0).sum()),
        "nan": int(values.isnan().sum()),
        "inf": int(values.isinf().sum()),
        "grid": _grid(whole, torch),
    }
    if finite.numel() > 1:
        low, high = float(finite.min()), float(finite.max())
        counts = torch.histc(finite, BINS, low, high).to(torch.int64).tolist() if high > low else []
        facts.update(std=_told(float(finite.std())), histogram=counts, low=_told(low), high=_told(high))
    return facts


def _sample(tensor: Any, most: int) -> Any:
    """A view of at most `most` elements, spread over the whole tensor; nothing is copied."""
    sizes, steps = list(tensor.shape), [1] * tensor.dim()
    while math.prod(sizes) > most:
        longest = max(range(len(sizes)), key=sizes.__getitem__)
        steps[longest] *= 2
        sizes[longest] = -(-int(tensor.shape[longest]) // steps[longest])
    return tensor[tuple(slice(None, None, step) for step in steps)] if steps else tensor


def _grid(tensor: Any, torch: Any) -> List[List[Number]]:
    """The last two dimensions, of further ones the first entry; large ones thinned out evenly."""
    while tensor.dim() > 2:
        tensor = tensor[0]
    while tensor.dim() < 2:
        tensor = tensor[None]
    rows, columns = (-(-int(size) // most) for size, most in zip(tensor.shape, (ROWS, COLUMNS)))
    picked = tensor[:: max(rows, 1), :: max(columns, 1)].to("cpu", torch.float64)
    return [[_told(number) for number in row] for row in picked.tolist()]


def _told(number: float) -> Number:
    """Four digits; what is not finite in words, as JSON wants it."""
    return float(f"{number:.4g}") if math.isfinite(number) else str(number)
