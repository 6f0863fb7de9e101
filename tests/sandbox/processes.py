"""Processes as seen from outside the sandbox: who is below whom, and who is still alive."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from tests.sandbox.client import Client

PATIENCE = 60.0
"""Seconds that anything may take on a busy machine."""
CALLED = "import ctypes\nctypes.CDLL(None).prctl(15, b'{}', 0, 0, 0)\n"
"""First lines of a run that gives itself a name, by which `named` finds it."""


class Seen(NamedTuple):
    """A living process: its parent, and the leader of its session."""

    parent: int
    session: int


def everybody() -> dict[int, Seen]:
    """All processes of the machine, zombies left out."""
    found: dict[int, Seen] = {}
    for name in os.listdir("/proc"):
        if name.isdigit():
            fields = _fields(int(name))
            if fields and fields[0] not in (b"Z", b"X"):
                found[int(name)] = Seen(int(fields[1]), int(fields[3]))
    return found


def descendants(pid: int) -> list[int]:
    """All processes below `pid`, zombies left out."""
    return _below(pid, everybody())


def alive(pids: list[int]) -> list[int]:
    """Those of `pids` that still run."""
    return [pid for pid in pids if _fields(pid)[:1] not in ([], [b"Z"], [b"X"])]


def eventually(condition: Callable[[], bool], seconds: float = PATIENCE) -> bool:
    """Whether the condition comes true in time."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if condition():
            return True
        time.sleep(0.01)
    return condition()


def settled(client: Client) -> int:
    """How many processes there are once the spare for the next run is prepared and the number keeps still."""
    until = time.monotonic() + PATIENCE
    seen: list[int] = []
    while len(seen) < 15 or len(set(seen[-15:])) > 1:
        now = everybody()
        if _at_work(client.process.pid, now) and time.monotonic() < until:
            seen.clear()
        else:
            seen.append(len(_below(client.process.pid, now)))
        time.sleep(0.02)
    return seen[-1]


def warm_of(client: Client) -> int:
    """The warm process, once there is only one, which has keepers."""
    found: list[int] = []

    def look() -> bool:
        now = everybody()
        found[:] = _warm(client.process.pid, now)
        return len(found) == 1 and bool(_below(found[0], now))

    assert eventually(look), "the supervisor has no warm process, or two"
    return found[0]


def named(client: Client, name: str) -> int:
    """A process of the run that is `CALLED` so, once it is; none that one of these has started."""
    found: list[int] = []

    def look() -> bool:
        now = everybody()
        ours = [pid for pid in _below(client.process.pid, now) if name_of(pid) == name]
        found[:] = [pid for pid in ours if now[pid].parent not in ours]
        return bool(found)

    assert eventually(look), f"no run is called {name}"
    return found[0]


def keeper_of(client: Client, run: int) -> int:
    """The keeper of a run, given a process of it. A spare's keeper has as many processes below it.

    Above it there may be the first process of its namespaces, then comes the keeper, then the warm process,
    or the supervisor itself when the warm process has gone. Only the keeper leads a session.
    """
    now, above = everybody(), []
    pid = now[run].parent
    while pid != client.process.pid:
        above.append(pid)
        pid = now[pid].parent
    return next(pid for pid in above if now[pid].session == pid)


def name_of(pid: int) -> str:
    """ "" when it has just gone."""
    try:
        return Path(f"/proc/{pid}/comm").read_text().strip()
    except OSError:
        return ""


def root_of(pids: list[int]) -> Path:
    """The private folder of the supervisor, from the command line of its warm process."""
    for pid in pids:
        for word in _command(pid):
            if word.endswith(b"/code"):
                return Path(word.decode()).parent
    raise AssertionError("no warm process")


def _at_work(supervisor: int, now: dict[int, Seen]) -> bool:
    """Whether something of the sandbox's own is just being born, or about to end by itself.

    What a run has left behind is not taken for that, since runs have sessions of their own: it is counted.
    """
    ours = [pid for pid, seen in now.items() if seen.parent == supervisor and _same_session(pid, now)]
    warm = _warm(supervisor, now)
    if len(warm) != 1 or ours != warm:
        return True  # a successor grows, or the folder of a run is being removed
    keepers = [pid for pid, seen in now.items() if seen.parent == warm[0]]
    return not keepers or not all(_has_run(keeper, now) for keeper in keepers)


def _warm(supervisor: int, now: dict[int, Seen]) -> list[int]:
    return [
        pid
        for pid, seen in now.items()
        if seen.parent == supervisor
        and _same_session(pid, now)
        and any(b"studytui_sandbox.warm.main" in word for word in _command(pid))
    ]


def _same_session(pid: int, now: dict[int, Seen]) -> bool:
    """Whether it has the session of its parent: keepers and runs have left it, and nobody comes back."""
    parent = now.get(now[pid].parent)
    return parent is not None and parent.session == now[pid].session


def _has_run(keeper: int, now: dict[int, Seen]) -> bool:
    return any(now[pid].session == pid for pid in _below(keeper, now))


def _below(pid: int, now: dict[int, Seen]) -> list[int]:
    found, waiting = [], [pid]
    while waiting:
        parent = waiting.pop()
        below = [child for child, seen in now.items() if seen.parent == parent]
        found += below
        waiting += below
    return found


def _command(pid: int) -> list[bytes]:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")
    except OSError:
        return []  # it has just gone


def _fields(pid: int) -> list[bytes]:
    """What follows the name in `stat`: state, parent, group, session. Empty when it is gone."""
    try:
        return Path(f"/proc/{pid}/stat").read_bytes().rpartition(b")")[2].split()
    except OSError:
        return []
