"""Folders that a killed supervisor could not remove: found by the next one, told apart by a lock."""

from __future__ import annotations

import fcntl
import os
import time
from typing import Iterator

from . import scratch

_PREFIX = "studytui-"
_AGE = 600.0  # seconds; a younger one may not have come to its lock yet


def claim(root: str) -> int:
    """Lock our own folder for as long as this process lives. Returns the descriptor to keep."""
    descriptor = os.open(root, os.O_RDONLY | os.O_DIRECTORY)
    fcntl.flock(descriptor, fcntl.LOCK_EX)
    return descriptor


def remove_others(root: str) -> None:
    """Remove old folders beside `root` that are ours and that nobody holds."""
    for path in _beside(root):
        try:
            descriptor = os.open(path, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
        except OSError:
            continue  # gone, or somebody else's
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            scratch.remove_aside(path)
        except OSError:
            pass  # in use
        finally:
            os.close(descriptor)


def _beside(root: str) -> Iterator[str]:
    parent = os.path.dirname(root)
    with os.scandir(parent) as entries:
        for entry in entries:
            if entry.name.startswith(_PREFIX) and entry.path != root and _old_and_ours(entry):
                yield entry.path


def _old_and_ours(entry: "os.DirEntry[str]") -> bool:
    try:
        facts = entry.stat(follow_symlinks=False)
    except OSError:
        return False
    return facts.st_uid == os.getuid() and time.time() - facts.st_mtime > _AGE
