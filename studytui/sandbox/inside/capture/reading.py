"""One number out of whatever the learner's variable holds, without waiting for a GPU."""

from __future__ import annotations

import sys
from typing import Any, Callable, Optional, Union

Reading = Union[float, Any]
"""A number, or a copy of a scalar that still lives on a device and is read later, many at a time."""


def reader() -> Callable[[object], Optional[Reading]]:
    """The function that reads values; made anew once torch is there, because it knows torch's class."""
    tensor = getattr(sys.modules.get("torch"), "Tensor", None)

    def read(value: object) -> Optional[Reading]:
        if type(value) is float:
            return value
        if tensor is not None and isinstance(value, tensor):
            return _of_tensor(value)
        return _of_plain(value)

    return read


def _of_tensor(tensor: Any) -> Optional[Reading]:
    """On the CPU at once: cheapest, and safe from later changes in place (143 ns; a detached copy 1.6 µs)."""
    try:
        if tensor.numel() != 1:
            return None
        if tensor.is_cpu:
            return _number(tensor.item())
        return _copy_on_device(tensor)
    except Exception:  # a tensor that only pretends (vmap, tracing, fake tensors) has no value to record
        return None


def _copy_on_device(tensor: Any) -> Optional[Any]:
    """A copy queued behind the computation. `.item()` would wait for the device at every step."""
    if tensor.is_meta or tensor.is_complex():
        return None
    if tensor.is_cuda and sys.modules["torch"].cuda.is_current_stream_capturing():
        return None
    return tensor.detach().reshape(()).clone()


def _of_plain(value: Any) -> Optional[float]:
    if isinstance(value, (float, int)):
        return _number(value)
    if getattr(value, "size", None) == 1 and hasattr(value, "dtype"):  # numpy scalars and arrays of one
        return _number(value.item())
    return None


def _number(value: object) -> Optional[float]:
    if isinstance(value, float):
        return float(value)
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) < 2**1023:
        return float(value)
    return None
