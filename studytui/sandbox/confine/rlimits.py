"""Limits that the kernel keeps for one process. The process itself may lower them, never raise them."""

from __future__ import annotations

import os
import resource
from typing import Dict

_PAGE = os.sysconf("SC_PAGE_SIZE")
_LEAST_GROWTH = 64 << 20
_THREADS_BESIDES = 1024
_NO_CORE = 1  # byte; 0 would keep cores out of files only, not out of a collector's pipe: core(5)
_DESCRIPTORS = 1024
_DESCRIPTORS_GPU = 4096
_LOCKED_MEMORY = 64 << 20


def lower(limits: Dict[str, int]) -> None:
    """Set soft and hard limits, to at most what is still allowed. Unknown names belong to other systems."""
    for name, wanted in limits.items():
        which = getattr(resource, name, None)
        if which is None:
            continue
        hard = resource.getrlimit(which)[1]
        value = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
        resource.setrlimit(which, (value, value))


def for_every_run(gpu: bool) -> Dict[str, int]:
    """What holds whatever is asked. A GPU driver locks memory and opens many files."""
    limits = {"RLIMIT_CORE": _NO_CORE, "RLIMIT_MSGQUEUE": 0}
    limits["RLIMIT_NOFILE"] = _DESCRIPTORS_GPU if gpu else _DESCRIPTORS
    return limits if gpu else {**limits, "RLIMIT_MEMLOCK": _LOCKED_MEMORY}


def for_request(memory: int, scratch: int, processes: int, gpu: bool, tasks: int) -> Dict[str, int]:
    """What one request asks for, in bytes and processes; `tasks` is what the user runs besides.

    No limit on memory with a GPU, whose driver reserves far more than it uses: the watchdog counts there.
    """
    limits = {"RLIMIT_FSIZE": scratch}
    if not gpu:
        limits["RLIMIT_DATA"] = data_limit(memory)
    if os.getuid() != 0:
        limits["RLIMIT_NPROC"] = tasks + processes + _THREADS_BESIDES
    return limits


def data_limit(memory: int) -> int:
    """Private memory this process may map so that it grows to about `memory` resident bytes."""
    with open("/proc/self/statm") as file:
        pages = [int(word) for word in file.read().split()]
    resident, mapped = pages[1] * _PAGE, pages[5] * _PAGE
    return mapped + max(memory - resident, _LEAST_GROWTH)


def tasks_of(uid: int) -> int:
    """Threads of all the user's processes: what RLIMIT_NPROC is compared with."""
    count = 0
    for name in os.listdir("/proc"):
        try:
            if name.isdigit() and os.stat("/proc/" + name).st_uid == uid:
                count += len(os.listdir("/proc/%s/task" % name))
        except OSError:
            continue  # it has just ended
    return count
