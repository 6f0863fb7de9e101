"""Scalars waiting on a device: copied out in bulk, and never waited for while the learner's loop runs."""

from __future__ import annotations

import sys
from typing import Any, List, Optional, Tuple

from .reading import Reading


class OnDevice:
    """A queue of readings. A batch flies to the CPU while the loop goes on, and lands a flush later."""

    def __init__(self) -> None:
        self._waiting: List[Reading] = []
        self._flying: Optional[Tuple[List[Reading], Any, Any]] = None

    def put(self, readings: List[Reading]) -> None:
        """Queue tensors, and numbers that came between them."""
        self._waiting += readings

    def take(self, final: bool) -> List[float]:
        """The values that have arrived; all of them, waiting if need be, when `final`."""
        arrived = self._land(final)
        if self._flying is None and self._waiting:
            self._take_off()
        if final:
            arrived += self._land(True)
        return arrived

    def _take_off(self) -> None:
        torch = sys.modules["torch"]
        batch, self._waiting = self._waiting, []
        tensors = [each for each in batch if not isinstance(each, float)]
        if not tensors or not all(each.is_cuda for each in tensors):
            self._flying = (batch, [each.item() for each in tensors], None)
            return
        stacked = torch.stack([each.to(tensors[0].device, torch.float64) for each in tensors])
        with torch.cuda.device(stacked.device):
            host = torch.empty(stacked.shape, dtype=stacked.dtype, pin_memory=True)
            host.copy_(stacked, non_blocking=True)
            event = torch.cuda.Event()
            event.record()
        self._flying = (batch, host, event)

    def _land(self, wait: bool) -> List[float]:
        if self._flying is None:
            return []
        batch, host, event = self._flying
        if event is not None and not wait and not event.query():
            return []
        if event is not None:
            event.synchronize()
        self._flying = None
        numbers = iter(map(float, host if event is None else host.tolist()))
        return [each if isinstance(each, float) else next(numbers) for each in batch]
