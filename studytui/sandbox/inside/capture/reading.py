"""One number out of whatever the learner's variable holds, without waiting for a GPU."""

from __future__ import annotations

import sys
from typing import Any, Callable, Optional, Union

Reading = Union[float, Any]
"""A number, or a copy of a scalar that still lives on a device and is read later, many at a time."""


def reader(expect_device: Callable[[], None]) -> Callable[[object], Optional[Reading]]:
    """The function that reads values; made once torch is there, because it knows torch's class.

    It calls `expect_device` whenever it returns something that is not a number yet. Scalars on the CPU are
    read at once: cheapest, and safe from later changes in place (143 ns; a detached copy takes 1.6 µs).
    """
    tensor = getattr(sys.modules.get("torch"), "Tensor", ())

    def read(value: Any) -> Optional[Reading]:
        if type(value) is float:
            return value
        if not isinstance(value, tensor):
            return _of_plain(value)
        try:
            if value.is_cpu:
                number = value.item()
                return number if type(number) is float else _number(number)
            copy = _copy_on_device(value)
        except Exception:  # many elements; or a tensor that only pretends (vmap, tracing, fake tensors)
            return None
        if copy is not None:
            expect_device()
        return copy

    return read


def _copy_on_device(tensor: Any) -> Optional[Any]:
    """A copy queued behind the computation. `.item()` would wait for the device at every step."""
    if tensor.is_meta or tensor.is_complex() or tensor.numel() != 1:
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
