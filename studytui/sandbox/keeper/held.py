"""What a run keeps that has no name: deleted files that are open or mapped, and sockets' queues."""

from __future__ import annotations

import os
from typing import Dict, Iterable, Iterator, NamedTuple, Tuple

from .process_tree import alive_thread
from .shared_memory import FOLDER

_SOCKET = 512 << 10
"""Bytes that a socket's queue may hold: twice the usual net.core.wmem_max and a little more."""
_DELETED = " (deleted)"


class Held(NamedTuple):
    """Bytes on disk, in shared memory, and in the kernel for sockets."""

    disk: int
    shared: int
    sockets: int


def held(pids: Iterable[int], scratch: str, mapped: bool) -> Held:
    """Sum over `pids`, each file once. `mapped`: look at mappings too, which takes milliseconds."""
    disk: Dict[str, int] = {}
    shared: Dict[str, int] = {}
    sockets = set()
    for pid in pids:
        here = alive_thread(pid)
        for target, size in [*_open(here), *(_mapped(here) if mapped else ())]:
            if target.startswith("socket:"):
                sockets.add(target)
            elif target.startswith(scratch + "/"):
                disk[target] = max(size, disk.get(target, 0))
            elif target.startswith(FOLDER + "/"):
                shared[target] = max(size, shared.get(target, 0))
    return Held(sum(disk.values()), sum(shared.values()), len(sockets) * _SOCKET)


def _open(here: str) -> Iterator[Tuple[str, int]]:
    """Sockets and deleted files among the descriptors: what they are, and their size."""
    try:
        numbers = os.listdir(here + "/fd")
    except OSError:
        return
    for number in numbers:
        path = "%s/fd/%s" % (here, number)
        try:
            target = os.readlink(path)
            if target.startswith("socket:"):
                yield target, 0
            elif target.endswith(_DELETED):
                facts = os.stat(path)
                if facts.st_nlink == 0:
                    yield "%s %d" % (target, facts.st_ino), facts.st_blocks * 512
        except OSError:
            continue  # closed in this moment


def _mapped(here: str) -> Iterator[Tuple[str, int]]:
    """Deleted files that are mapped; their size is not to be had, so how far the mappings reach into them."""
    reach: Dict[str, int] = {}
    try:
        with open(here + "/maps") as file:
            for line in file:
                if line.endswith(_DELETED + "\n"):
                    addresses, _, offset, _, inode, target = line.rstrip("\n").split(None, 5)
                    low, high = (int(one, 16) for one in addresses.split("-"))
                    key = "%s %s" % (target, inode)
                    reach[key] = max(reach.get(key, 0), int(offset, 16) + high - low)
    except OSError:
        return
    yield from reach.items()
