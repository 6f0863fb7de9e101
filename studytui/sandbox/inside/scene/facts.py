"""One value in a few facts: enough to see why it does not fit."""

from __future__ import annotations

import sys
from typing import Any, Dict

from ..values.text import shown

Item = Dict[str, Any]
MOST_TEXT = 60
MOST_COUNTED = 65_536
"""Whole numbers in larger tensors are not looked through for the smallest and the largest."""


def told(name: str, value: Any) -> Item:
    """`name` and `kind`; for tensors shape, dtype, device and autograd; for others a short text."""
    torch = sys.modules.get("torch")
    if torch is not None and isinstance(value, torch.Tensor):
        return {"name": name, "kind": "tensor", **_tensor(value)}
    if torch is not None and isinstance(value, torch.nn.Module):
        return {"name": name, "kind": "module", "text": module_text(value)}
    if hasattr(value, "dtype") and hasattr(value, "shape") and hasattr(value, "tolist"):
        return {"name": name, "kind": "array", "shape": list(value.shape), "dtype": str(value.dtype)}
    kind = "none" if value is None else "number" if isinstance(value, (int, float)) else "other"
    if isinstance(value, (list, tuple, dict, set)) and len(value) > 6:
        return {"name": name, "kind": kind, "text": f"{type(value).__name__} of {len(value)}"}
    return {"name": name, "kind": kind, "text": shown(value, MOST_TEXT)}


def module_text(module: Any) -> str:
    """`Linear(in_features=10, out_features=2, bias=True)`; of a module made of others its class alone."""
    if any(True for _ in module.children()):
        return type(module).__name__
    return shown(module, MOST_TEXT).replace("\n", " ")


def _tensor(tensor: Any) -> Item:
    facts = {
        "shape": [int(size) for size in tensor.shape],
        "dtype": str(tensor.dtype).replace("torch.", ""),
        "device": str(tensor.device),
        "requires_grad": bool(tensor.requires_grad),
        "leaf": bool(tensor.is_leaf),
        "contiguous": _contiguous(tensor),
    }
    return {**facts, **_whole_numbers(tensor)}


def _contiguous(tensor: Any) -> bool:
    try:
        return bool(tensor.is_contiguous())
    except Exception:  # sparse tensors have no strides
        return True


def _whole_numbers(tensor: Any) -> Item:
    """Indices and class numbers are wrong by their values, so these are told."""
    torch = sys.modules["torch"]
    if tensor.dtype not in (torch.int64, torch.int32) or not tensor.is_cpu:
        return {}
    if not 0 < tensor.numel() <= MOST_COUNTED or tensor.layout != torch.strided:
        return {}
    low, high = torch.aminmax(tensor.detach())
    return {"low": low.item(), "high": high.item()}
