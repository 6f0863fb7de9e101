"""`[32,10] f32 grad`."""

from __future__ import annotations

from typing import Any

_LETTERS = {"float": "f", "bfloat": "bf", "int": "i", "uint": "u", "complex": "c"}


def brief(tensor: Any) -> str:
    """Shape, element type, device when it is not the CPU, and whether autograd follows it."""
    shape = ",".join(str(int(size)) for size in tensor.shape)
    device = "" if tensor.is_cpu else f" {tensor.device}"
    return f"[{shape}] {_short(str(tensor.dtype)[6:])}{device}{' grad' if tensor.requires_grad else ''}"


def _short(dtype: str) -> str:
    letters = dtype.rstrip("0123456789")
    return _LETTERS[letters] + dtype[len(letters) :] if letters in _LETTERS else dtype
