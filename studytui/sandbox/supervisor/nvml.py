"""What the NVIDIA driver tells about its GPUs, without starting CUDA.

Source: NVML API reference. Through ctypes, since the interpreter has nothing of ours installed.
"""

from __future__ import annotations

import ctypes
from typing import Any, List, NamedTuple

_TEXT = 96


class Gpu(NamedTuple):
    """One GPU; memory in bytes."""

    number: int
    uuid: str
    name: str
    free: int
    total: int


class _Memory(ctypes.Structure):
    _fields_ = [("total", ctypes.c_ulonglong), ("free", ctypes.c_ulonglong), ("used", ctypes.c_ulonglong)]


def gpus() -> List[Gpu]:
    """All GPUs of this machine; none where there is no driver."""
    try:
        nvml = ctypes.CDLL("libnvidia-ml.so.1")
    except OSError:
        return []
    if nvml.nvmlInit_v2() != 0:
        return []
    try:
        count = ctypes.c_uint()
        nvml.nvmlDeviceGetCount_v2(ctypes.byref(count))
        found = [_gpu(nvml, index) for index in range(count.value)]
    finally:
        nvml.nvmlShutdown()
    return [gpu for gpu in found if gpu is not None]


def _gpu(nvml: Any, index: int) -> "Gpu | None":
    handle, memory = ctypes.c_void_p(), _Memory()
    name, uuid = ctypes.create_string_buffer(_TEXT), ctypes.create_string_buffer(_TEXT)
    if nvml.nvmlDeviceGetHandleByIndex_v2(index, ctypes.byref(handle)) != 0:
        return None
    nvml.nvmlDeviceGetName(handle, name, _TEXT)
    nvml.nvmlDeviceGetUUID(handle, uuid, _TEXT)
    nvml.nvmlDeviceGetMemoryInfo(handle, ctypes.byref(memory))
    return Gpu(index, uuid.value.decode(), name.value.decode("utf-8", "replace"), memory.free, memory.total)
