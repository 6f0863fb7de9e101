"""Processes of runs whose keeper was killed: they become the supervisor's children, and end here."""

from __future__ import annotations

import os
import signal
from typing import Set

from ..keeper.process_tree import below, children


def sweep(known: Set[int]) -> int:
    """Kill every child that is not one of ours, with all below it. Returns how many processes were hit."""
    hit = 0
    for child in children(os.getpid()):
        if child in known:
            continue
        for pid in [child, *below(child, 10_000)]:
            hit += _kill(pid)
    return hit


def bury() -> None:
    """Reap every child that has ended."""
    try:
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass
    except ChildProcessError:
        pass  # there is none


def _kill(pid: int) -> int:
    try:
        os.kill(pid, signal.SIGKILL)
    except OSError:
        return 0
    return 1
