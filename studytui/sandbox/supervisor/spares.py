"""Runs prepared ahead, by what they were prepared for."""

from __future__ import annotations

from typing import Callable, Dict, List, Optional

from .hosted import Hosted, Key


class Spares:
    """Keeps `count` spares for each key it was told to stock; `prepare` makes one."""

    def __init__(self, count: int, prepare: Callable[[Key], Hosted]) -> None:
        self._count, self._prepare = count, prepare
        self._ready: Dict[Key, List[Hosted]] = {}

    def take(self, key: Key) -> Hosted:
        """A spare if there is one, else a run that is only now being prepared."""
        ready = self._ready.get(key, [])
        return ready.pop(0) if ready else self._prepare(key)

    def stock(self, key: Key) -> None:
        """Fill up."""
        ready = self._ready.setdefault(key, [])
        while len(ready) < self._count:
            ready.append(self._prepare(key))

    def forget(self, hosted: Hosted) -> Optional[Key]:
        """It ended while it waited. Returns its key if it was a spare."""
        for key, ready in self._ready.items():
            if hosted in ready:
                ready.remove(hosted)
                return key
        return None

    def renew(self) -> None:
        """Dismiss all and prepare new ones, as forks of the warm process of now."""
        for key, ready in list(self._ready.items()):
            old, ready[:] = list(ready), []
            self.stock(key)
            for hosted in old:
                hosted.dismiss()

    def dismiss(self) -> None:
        """Dismiss all; none is prepared any more."""
        self._count = 0
        self.renew()
