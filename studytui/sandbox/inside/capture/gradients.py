"""The length of the gradient an optimizer has just used, when the request asks for it."""

from __future__ import annotations

import sys
import weakref
from typing import Any, Dict, List, Optional, Tuple

from .backward import Read
from .recorder import Recorder
from .series import Series

NAME = "grad norm"


class GradientNorms:
    """One series for each optimizer: `grad norm`, `grad norm 2`, … in the order of their first steps."""

    def __init__(self, recorder: Recorder, read: Read) -> None:
        self._recorder = recorder
        self._read = read
        self._count = 0
        self._series: Dict[int, Tuple[Any, Optional[Series]]] = {}

    def after(self, optimizer: Any, args: Any, kwargs: Any) -> None:
        """A hook behind `step()`: there the gradients of a closure are those of its last evaluation."""
        torch = sys.modules["torch"]
        gradients = [p.grad for group in optimizer.param_groups for p in group["params"]]
        if torch.compiler.is_compiling() or _capturing(torch, gradients):
            return
        norm = total_norm(torch, gradients)
        series = self._of(optimizer) if norm is not None else None
        reading = self._read(norm) if series is not None else None
        if series is not None and reading is not None:
            series.push(reading)

    def _of(self, optimizer: Any) -> Optional[Series]:
        known = self._series.get(id(optimizer))
        if known is None or known[0]() is not optimizer:  # the number of a dead object is given again
            self._count += 1
            series = self._recorder.open(NAME if self._count == 1 else f"{NAME} {self._count}")
            known = self._series[id(optimizer)] = (weakref.ref(optimizer), series)
        return known[1]


def total_norm(torch: Any, gradients: List[Any]) -> Optional[Any]:
    """√Σ‖g‖² over all gradients that are there, as one scalar on their device; None without any.

    The same as `clip_grad_norm_` returns: the norms of all tensors in one fused call, then the norm of these.
    """
    with torch.no_grad():
        dense = [_dense(each) for each in gradients if each is not None]
        if not dense:
            return None
        by_device: Dict[Any, List[Any]] = {}
        for each in dense:
            by_device.setdefault(each.device, []).append(each)
        parts = [torch.linalg.vector_norm(_stacked(torch, group)) for group in by_device.values()]
        if len(parts) == 1:
            return parts[0]
        return torch.linalg.vector_norm(torch.stack([part.to(parts[0].device) for part in parts]))


def _stacked(torch: Any, group: List[Any]) -> Any:
    """The norms of the tensors; in one type, because a model may mix them."""
    norms = torch._foreach_norm(group)
    if len({each.dtype for each in norms}) > 1:
        norms = [each.float() for each in norms]
    return torch.stack(norms)


def _dense(gradient: Any) -> Any:
    """An embedding's sparse gradient holds its numbers in `values()`."""
    return gradient.coalesce().values() if gradient.is_sparse else gradient


def _capturing(torch: Any, gradients: List[Any]) -> bool:
    """While a CUDA graph is captured, a reduction of ours would become part of it."""
    on_gpu = any(each is not None and each.is_cuda for each in gradients)
    return on_gpu and torch.cuda.is_current_stream_capturing()
