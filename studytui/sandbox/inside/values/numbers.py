"""The numbers in a value, flat, and what arranges them."""

from __future__ import annotations

import ctypes
import math
import sys
from typing import Any, Dict, List, Union

from .tensors import arrangement

MOST = 4096
MOST_LONG = 2048
"""The bound for dtypes whose numbers take twenty characters and more."""
_MOST_ITEMS, _DEEPEST = 16, 3
_SHORT = ("float32", "float16", "bfloat16", "float8", "bool", "int8", "int16", "int32")

Number = Union[int, float, str, List[Any]]


def contents(value: Any, depth: int = 0) -> Dict[str, Any]:
    """`kind`, and for tensors and arrays `shape`, `dtype`, `device` and `data`; for numbers `data` alone."""
    torch = sys.modules.get("torch")
    if torch is not None and isinstance(value, torch.Tensor):
        return {"kind": "tensor", **arrangement(value), **_data_of_tensor(value)}
    if hasattr(value, "dtype") and hasattr(value, "shape") and hasattr(value, "tolist"):
        facts = {"shape": list(value.shape), "dtype": f"numpy.{value.dtype}", "device": "cpu"}
        return {"kind": "tensor", **facts, **_data_of_array(value)}
    if value is None:
        return {"kind": "none"}
    if isinstance(value, bool):
        return {"kind": "bool", "data": value}
    if isinstance(value, (int, float, complex)):
        return {"kind": "number", "data": told(value), "dtype": type(value).__name__}
    if isinstance(value, str):
        return {"kind": "text", "data": value[:MOST], "length": len(value)}
    if isinstance(value, (list, tuple)):
        return {"kind": "sequence", "length": len(value), **_items(value, depth)}
    return {"kind": "other", "type": type(value).__name__}


def _items(values: Any, depth: int) -> Dict[str, Any]:
    if len(values) > _MOST_ITEMS or depth >= _DEEPEST:
        return {}
    return {"items": [contents(each, depth + 1) for each in values]}


def _data_of_tensor(tensor: Any) -> Dict[str, Any]:
    values = tensor.detach()
    if values.layout is not sys.modules["torch"].strided:
        values = values.to_dense()
    most = _most(str(tensor.dtype))
    flat = values.resolve_conj().resolve_neg().reshape(-1)[:most].cpu().tolist()
    return _cut(flat, int(tensor.numel()), str(tensor.dtype))


def _data_of_array(array: Any) -> Dict[str, Any]:
    flat = array.reshape(-1)[: _most(str(array.dtype))].tolist() if array.shape else [array.item()]
    return _cut(flat, int(array.size), str(array.dtype))


def _most(dtype: str) -> int:
    return MOST if any(short in dtype for short in _SHORT) else MOST_LONG


def _cut(flat: List[Any], numel: int, dtype: str) -> Dict[str, Any]:
    brief = "float" in dtype and "float64" not in dtype
    data = [told(_brief(each) if brief else each) for each in flat]
    note = {"note": f"the first {len(flat)} of {numel} numbers"} if numel > len(flat) else {}
    return {"data": data, "numel": numel, **note}


def _brief(number: float) -> float:
    """The shortest decimal that is the same float32: 0.1 rather than 0.10000000149011612."""
    for digits in (6, 7, 8):
        short = float(f"{number:.{digits}g}")
        if ctypes.c_float(short).value == number:
            return short
    return float(f"{number:.9g}")


def told(number: Any) -> Number:
    """A number as JSON has it; "nan", "inf" and "-inf" in words, complex as [real, imaginary]."""
    if isinstance(number, complex):
        return [told(number.real), told(number.imag)]
    if isinstance(number, float) and not math.isfinite(number):
        return "nan" if number != number else ("inf" if number > 0 else "-inf")
    if isinstance(number, int) and abs(number) >= 2**63:
        return float(number) if abs(number) < 2**1023 else str(number)
    return number if isinstance(number, (int, float)) else str(number)
