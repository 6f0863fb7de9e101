"""What the processes below one process are and use, read from /proc."""

from __future__ import annotations

import os
from typing import Iterable, List, NamedTuple

_PAGE = os.sysconf("SC_PAGE_SIZE")


class Usage(NamedTuple):
    """What a set of processes uses. `resident` counts memory shared between them once for each, in bytes."""

    processes: int
    threads: int
    resident: int


def children(pid: int) -> List[int]:
    """Direct children, of all its threads. Empty when the process is gone."""
    found: List[int] = []
    try:
        for task in os.listdir("/proc/%d/task" % pid):
            with open("/proc/%d/task/%s/children" % (pid, task)) as file:
                found += [int(word) for word in file.read().split()]
    except OSError:
        pass  # it ended while we looked; its children are the subreaper's now
    return found


def below(pid: int, most: int = 1 << 30) -> List[int]:
    """All descendants, stopping soon after `most`: a fork bomb must not keep its keeper busy."""
    found: List[int] = []
    waiting = children(pid)
    while waiting and len(found) <= most:
        one = waiting.pop()
        found.append(one)
        waiting += children(one)
    return found


def usage(pids: Iterable[int]) -> Usage:
    """Sum over `pids`; those that are gone count nothing."""
    processes = threads = resident = 0
    for pid in pids:
        try:
            with open("/proc/%d/stat" % pid, "rb") as file:
                fields = file.read().rpartition(b")")[2].split()
        except OSError:
            continue
        if fields[0] in b"ZX":
            continue
        processes, threads = processes + 1, threads + int(fields[17])
        resident += int(fields[21]) * _PAGE
    return Usage(processes, threads, resident)


def proportional(pids: Iterable[int]) -> int:
    """Bytes of memory, what is shared divided among its users. Slow: milliseconds for a large process."""
    return sum(_proportional(pid) for pid in pids)


def _proportional(pid: int) -> int:
    try:
        with open("/proc/%d/smaps_rollup" % pid, "rb") as file:
            for line in file:
                if line.startswith(b"Pss:"):
                    return int(line.split()[1]) << 10
    except OSError:
        pass  # made itself unreadable, or gone: count what is resident instead
    return usage([pid]).resident
