"""Open files: a run keeps what it was given and nothing else."""

from __future__ import annotations

import fcntl
import os
from typing import Iterable, Mapping

_PARKED = 200


def close_all_but(kept: Iterable[int]) -> None:
    """Close every descriptor that is not in `kept`."""
    keep = set(kept)
    for descriptor in _open_descriptors():
        if descriptor not in keep:
            try:
                os.close(descriptor)
            except OSError:
                pass  # the one that listed them has closed itself


def place(wanted: Mapping[int, int]) -> None:
    """Make descriptor `target` a copy of `source` for each target: source, and close all others."""
    parked = {
        target: fcntl.fcntl(source, fcntl.F_DUPFD_CLOEXEC, _PARKED) for target, source in wanted.items()
    }
    for target, source in parked.items():
        os.dup2(source, target, inheritable=True)
    close_all_but(wanted)


def _open_descriptors() -> "list[int]":
    folder = "/proc/self/fd" if os.path.isdir("/proc/self/fd") else "/dev/fd"
    return [int(name) for name in os.listdir(folder)]
