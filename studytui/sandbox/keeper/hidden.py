"""Memory and disk space that neither resident sizes nor the names in the scratch folder show."""

from __future__ import annotations

from typing import List

from .held import held
from .process_tree import shared_resident
from .shared_memory import SharedMemory
from .subject import Subject

_PERIOD = 0.1
_MAPPED_PERIOD = 0.5


class Hidden:
    """Looks now and then; `memory` and `disk` are the bytes last seen."""

    def __init__(self, scratch: str, subject: Subject, shared: SharedMemory) -> None:
        self.memory = 0
        self.disk = 0
        self._scratch, self._subject, self._shared = scratch, subject, shared
        self._next = self._next_mapped = 0.0

    def look(self, pids: List[int], now: float) -> None:
        """Look again if it is time."""
        if now < self._next:
            return
        self._next = now + _PERIOD
        mapped = now >= self._next_mapped
        found = held(pids, self._scratch, mapped)
        self.disk = found.disk if mapped else max(found.disk, self.disk)
        self.memory = found.sockets + self._unseen(pids, found.shared)
        if mapped:
            self._next_mapped = now + _MAPPED_PERIOD

    def _unseen(self, pids: List[int], deleted: int) -> int:
        """What is in shared memory and not counted with some process already."""
        private = self._subject.shared_memory()
        size = self._shared.bytes() + deleted if private is None else private
        return max(0, size - shared_resident(pids)) if size else 0
