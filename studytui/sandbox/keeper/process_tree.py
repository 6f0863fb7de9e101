"""What the processes below one process are and use, read from /proc."""

from __future__ import annotations

import os
from typing import Iterable, List, NamedTuple, Optional

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
        fields = _fields(alive_thread(pid))
        if not fields or fields[0] in b"ZX":
            continue
        processes, threads = processes + 1, threads + int(fields[17])
        resident += int(fields[21]) * _PAGE
    return Usage(processes, threads, resident)


def alive_thread(pid: int) -> str:
    """The /proc folder of a process; of a living thread where the first has left the others behind.

    Such a process looks like a zombie, and its folder shows neither memory nor descriptors.
    """
    here = "/proc/%d" % pid
    if _fields(here)[:1] != [b"Z"]:
        return here
    try:
        threads = os.listdir(here + "/task")
    except OSError:
        return here
    folders = ["%s/task/%s" % (here, one) for one in threads if one != str(pid)]
    return next((one for one in folders if _fields(one)[:1] not in ([b"Z"], [b"X"], [])), here)


def _fields(here: str) -> List[bytes]:
    """What follows the name in `stat`: the state first. Empty when it is gone."""
    try:
        with open(here + "/stat", "rb") as file:
            return file.read().rpartition(b")")[2].split()
    except OSError:
        return []


def shared_resident(pids: Iterable[int]) -> int:
    """Bytes of shared memory among what `proportional` counts."""
    return sum(_rollup(pid, b"Pss_Shmem:") or 0 for pid in pids)


def proportional(pids: Iterable[int]) -> int:
    """Bytes of memory, what is shared divided among its users. Slow: milliseconds for a large process."""
    return sum(_proportional(pid) for pid in pids)


def _proportional(pid: int) -> int:
    found = _rollup(pid, b"Pss:")
    return usage([pid]).resident if found is None else found


def _rollup(pid: int, field: bytes) -> Optional[int]:
    """Bytes in one field; None when it cannot be read, is left to its threads, or gone."""
    try:
        with open("/proc/%d/smaps_rollup" % pid, "rb") as file:
            for line in file:
                if line.startswith(field):
                    return int(line.split()[1]) << 10
    except OSError:
        pass
    return None
