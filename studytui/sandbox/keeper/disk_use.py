"""How much a run has written to its scratch folder, measured a little at a time."""

from __future__ import annotations

import os
from typing import Iterator, List

_AT_ONCE = 400
_LEAST = 4096  # what even an empty file costs its file system


class DiskUse:
    """Walks `folder` over and over, `_AT_ONCE` entries a step, so that a million files do not hold it up."""

    def __init__(self, folder: str) -> None:
        self._folder = folder
        self._walk = self._sizes()
        self._sum = 0
        self.bytes = 0
        """The largest sum seen, complete or not."""

    def step(self) -> None:
        """Look at the next few entries."""
        for _ in range(_AT_ONCE):
            size = next(self._walk, None)
            if size is None:
                self._walk, self._sum = self._sizes(), 0
                return
            self._sum += size
            self.bytes = max(self.bytes, self._sum)

    def _sizes(self) -> Iterator[int]:
        folders: List[str] = [self._folder]
        while folders:
            try:
                with os.scandir(folders.pop()) as entries:
                    for entry in entries:
                        yield max(entry.stat(follow_symlinks=False).st_blocks * 512, _LEAST)
                        if entry.is_dir(follow_symlinks=False):
                            folders.append(entry.path)
            except OSError:
                continue  # deleted meanwhile, or unreadable: the next walk sees what is there then
