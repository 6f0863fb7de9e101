"""Processes of runs whose keeper was killed: they become the supervisor's children, and end here."""

from __future__ import annotations

import os
import signal
from typing import Set

from ..keeper.process_tree import below, children


def ours() -> Set[int]:
    """Children in the supervisor's own session: warm processes and helpers.

    Keepers begin sessions of their own, so nothing that a run starts is ever in this one.
    """
    session = os.getsid(0)
    return {child for child in children(os.getpid()) if _session(child) == session}


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


def _session(pid: int) -> int:
    try:
        return os.getsid(pid)
    except OSError:
        return 0  # it has just ended


def _kill(pid: int) -> int:
    try:
        os.kill(pid, signal.SIGKILL)
    except OSError:
        return 0
    return 1
