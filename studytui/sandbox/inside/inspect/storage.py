"""How a tensor lies in its memory."""

from __future__ import annotations

from typing import Any, Dict, Mapping


def storage_facts(tensor: Any, names: Mapping[int, str]) -> Dict[str, Any]:
    """`stride` and `offset` in elements, `storage`: how many elements it has, `base`: what it is a view of.

    `names`: the learner's names by identity of the object. Empty for tensors without strides.
    """
    facts: Dict[str, Any] = {"view": bool(tensor._is_view()), "version": _version(tensor)}
    base = tensor._base
    if base is not None:
        facts["base"] = names.get(id(base), "")
    try:
        facts.update(
            stride=list(tensor.stride()),
            offset=int(tensor.storage_offset()),
            storage=int(tensor.untyped_storage().nbytes() // tensor.element_size()),
        )
    except Exception:  # sparse and functional tensors have no storage to speak of
        pass
    facts["retains_grad"] = bool(tensor.retains_grad)
    if tensor.retains_grad and tensor.grad is not None:
        facts["grad"] = [int(size) for size in tensor.grad.shape]
    return facts


def _version(tensor: Any) -> int:
    """How often it was changed in place; inference tensors do not count."""
    return 0 if tensor.is_inference() else int(tensor._version)
