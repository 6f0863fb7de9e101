"""Processes as seen from outside the sandbox: who is below whom, and who is still alive."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

from tests.sandbox.client import Client


def descendants(pid: int) -> list[int]:
    """All processes below `pid`, zombies left out."""
    parents: dict[int, int] = {}
    for name in os.listdir("/proc"):
        if name.isdigit():
            try:
                fields = Path(f"/proc/{name}/stat").read_bytes().rpartition(b")")[2].split()
            except OSError:
                continue
            if fields[0] not in (b"Z", b"X"):
                parents[int(name)] = int(fields[1])
    found, waiting = [], [pid]
    while waiting:
        parent = waiting.pop()
        below = [child for child, above in parents.items() if above == parent]
        found += below
        waiting += below
    return found


def alive(pids: list[int]) -> list[int]:
    """Those of `pids` that still run."""
    living = []
    for pid in pids:
        try:
            state = Path(f"/proc/{pid}/stat").read_bytes().rpartition(b")")[2].split()[0]
        except OSError:
            continue
        if state not in (b"Z", b"X"):
            living.append(pid)
    return living


def eventually(condition: Callable[[], bool], seconds: float = 10.0) -> bool:
    """Whether the condition comes true in time."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if condition():
            return True
        time.sleep(0.01)
    return condition()


def settled(client: Client) -> int:
    """How many processes there are once the spare for the next run is prepared and the number keeps still."""
    seen: list[int] = []
    while len(seen) < 15 or len(set(seen[-15:])) > 1:
        seen.append(len(descendants(client.process.pid)))
        time.sleep(0.02)
    return seen[-1]


def warm_of(client: Client) -> int:
    """The warm process: the only child of the supervisor that has keepers, once one is there."""
    found: list[int] = []

    def look() -> bool:
        children = [pid for pid in descendants(client.process.pid) if parent_of(pid) == client.process.pid]
        found[:] = [pid for pid in children if descendants(pid)]
        return bool(found)

    assert eventually(look), "the supervisor has no warm process"
    return found[0]


def keeper_of(client: Client) -> int:
    """The keeper with the most descendants: the one whose run is busy."""
    warm = warm_of(client)
    keepers = [pid for pid in descendants(warm) if parent_of(pid) == warm]
    return max(keepers, key=lambda pid: len(descendants(pid)))


def parent_of(pid: int) -> int:
    """0 when it has just gone."""
    try:
        return int(Path(f"/proc/{pid}/stat").read_bytes().rpartition(b")")[2].split()[1])
    except OSError:
        return 0


def root_of(pids: list[int]) -> Path:
    """The private folder of the supervisor, from the command line of its warm process."""
    for pid in pids:
        words = Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")
        for word in words:
            if word.endswith(b"/code"):
                return Path(word.decode()).parent
    raise AssertionError("no warm process")
