"""What is worth knowing about a tensor."""

from __future__ import annotations

from typing import Any, Dict, Optional

MOST_MEASURED = 65_536
"""Larger tensors are described without looking at their elements."""


def arrangement(tensor: Any) -> Dict[str, object]:
    """Shape, dtype, device and whether autograd follows it."""
    return {
        "shape": [int(size) for size in tensor.shape],
        "dtype": str(tensor.dtype),
        "device": str(tensor.device),
        "requires_grad": bool(tensor.requires_grad),
    }


def described(tensor: Any) -> Dict[str, object]:
    """The arrangement, its place in the graph, its memory, and the range of its values if it is small."""
    facts = arrangement(tensor)
    facts.update(
        is_leaf=bool(tensor.is_leaf),
        grad_fn=type(tensor.grad_fn).__name__ if tensor.grad_fn is not None else None,
        numel=int(tensor.numel()),
        grad=_grad(tensor),
    )
    try:
        facts.update(
            contiguous=bool(tensor.is_contiguous()),
            stride=list(tensor.stride()),
            nbytes=int(tensor.numel() * tensor.element_size()),
        )
        facts.update(_range(tensor))
    except Exception:  # sparse, quantised and meta tensors lack some of these
        pass
    return facts


def storage_of(tensor: Any) -> Optional[int]:
    """Where its memory begins; tensors with the same number share it. None when it has none of its own."""
    try:
        return int(tensor.untyped_storage().data_ptr()) or None
    except Exception:  # sparse and functional tensors have no storage to speak of
        return None


def _grad(tensor: Any) -> Optional[Dict[str, object]]:
    """Asked of leaves only: for others torch warns on standard error."""
    grad = tensor.grad if tensor.is_leaf else None
    return None if grad is None else {**arrangement(grad), **_range(grad)}


def _range(tensor: Any) -> Dict[str, object]:
    import torch

    if not 0 < tensor.numel() <= MOST_MEASURED or tensor.is_complex() or tensor.is_meta:
        return {}
    if tensor.layout != torch.strided:
        return {}
    values = tensor.detach()
    low, high = torch.aminmax(values.to(torch.uint8) if values.dtype == torch.bool else values)
    return {"min": low.item(), "max": high.item(), "mean": values.double().mean().item()}
