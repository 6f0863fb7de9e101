"""Which device a run gets: the CPU, a GPU it names, or, for "auto", the GPU with the most free memory."""

from __future__ import annotations

import os
import time
from typing import Any, Dict, List, NamedTuple, Optional, Tuple

from .nvml import Gpu, gpus

_CPU = "cpu"
_FRESH = 5.0  # seconds
_KEEP_FREE = 0.9  # of the memory that is free now: others share the card


class Placement(NamedTuple):
    """Where a run goes: the name shown, CUDA_VISIBLE_DEVICES, and the share of its memory it may take."""

    device: str
    visible: str = ""
    fraction: Optional[float] = None


class _Recent:
    """What was found at `at`; asking the driver takes longer than starting a run."""

    at = -_FRESH
    found: Tuple[Gpu, ...] = ()


def visible_gpus() -> List[Gpu]:
    """The GPUs that CUDA_VISIBLE_DEVICES leaves to us; all of them without it."""
    if time.monotonic() - _Recent.at > _FRESH:
        _Recent.at, _Recent.found = time.monotonic(), tuple(_visible(gpus()))
    return list(_Recent.found)


def _visible(found: List[Gpu]) -> List[Gpu]:
    allowed = os.environ.get("CUDA_VISIBLE_DEVICES")
    if allowed is None:
        return found
    names = [one.strip() for one in allowed.split(",")]
    return [gpu for name in names for gpu in found if name == str(gpu.number) or _same(gpu.uuid, name)]


def as_facts(found: List[Gpu]) -> List[Dict[str, Any]]:
    """For the app: id, name, free and total bytes."""
    return [
        {"id": "cuda:%d" % place, "name": gpu.name, "free": gpu.free, "total": gpu.total}
        for place, gpu in enumerate(found)
    ]


def place(wanted: str) -> Placement:
    """Raises LookupError, in words, when the device asked for is not there."""
    if wanted == _CPU:
        return Placement(_CPU)
    found = visible_gpus()
    if wanted == "auto":
        best = max(range(len(found)), key=lambda at: found[at].free, default=None)
        return Placement(_CPU) if best is None else _on(found, best)
    number = wanted.partition(":")[2] or "0"
    if not wanted.startswith("cuda") or not number.isdigit() or int(number) >= len(found):
        raise LookupError("%s asked for, found %d GPUs here: use auto or cpu" % (wanted, len(found)))
    return _on(found, int(number))


def _on(found: List[Gpu], at: int) -> Placement:
    gpu = found[at]
    share = round(gpu.free * _KEEP_FREE / gpu.total, 4) if gpu.total else None
    return Placement("cuda:%d" % at, gpu.uuid, share)


def _same(uuid: str, name: str) -> bool:
    return name.startswith("GPU-") and uuid.startswith(name)
