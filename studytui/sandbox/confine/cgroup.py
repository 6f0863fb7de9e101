"""A control group for each run, below one that was delegated to us: limits the kernel keeps, and a sure kill.

Source: Linux, admin-guide/cgroup-v2.rst ("Delegation"); systemd, CGROUP_DELEGATION.md.
"""

from __future__ import annotations

import os
import time
from typing import List

HOW = "`systemd-run --user --scope -p Delegate=yes studytui` gives one"
_CONTROLLERS = ("memory", "pids")
_MOST_TASKS = 4096
_SETTLED = 60.0  # seconds: younger ones may belong to a run that is just being born


class NotDelegatedError(Exception):
    """There is no group in which we may make others."""


class Group:
    """One run's group. Removing it needs all its processes gone."""

    def __init__(self, folder: str) -> None:
        self.folder = folder

    def join(self) -> None:
        """Move the calling process here; whatever it starts is born here. Raises OSError."""
        _write(self.folder, "cgroup.procs", "0")

    def limit(self, memory: int) -> None:
        """Bytes of memory, no swap, and a number of threads that is far beyond any honest run."""
        for name, value in {
            "memory.max": str(memory),
            "memory.swap.max": "0",
            "memory.oom.group": "1",
            "pids.max": str(_MOST_TASKS),
        }.items():
            if os.path.exists(os.path.join(self.folder, name)):
                _write(self.folder, name, value)

    def ran_out(self) -> bool:
        """Whether the kernel ended it for want of memory."""
        try:
            with open(os.path.join(self.folder, "memory.events")) as file:
                return any(line.startswith("oom_kill ") and line.split()[1] != "0" for line in file)
        except OSError:
            return False  # the memory of this group is not counted

    def kill(self) -> None:
        """End every process in it, at once. Raises OSError, when it is gone for one."""
        _write(self.folder, "cgroup.kill", "1")

    def remove(self) -> None:
        """Take the empty group away."""
        try:
            os.rmdir(self.folder)
        except OSError:
            pass  # something is stuck in a driver; the next supervisor removes what is empty by then


def make(base: str, name: str) -> Group:
    """A new group below `base`. Raises OSError."""
    group = named(base, name)
    os.mkdir(group.folder)
    return group


def named(base: str, name: str) -> Group:
    """The group that `make` made under this name."""
    return Group(os.path.join(base, "studytui-" + name))


def base() -> str:
    """The folder of our own group, if it is ours to divide. Raises NotDelegatedError."""
    folder = _own_folder()
    if not folder:
        raise NotDelegatedError("no cgroup v2 here")
    if not os.path.exists(os.path.join(folder, "cgroup.kill")):
        raise NotDelegatedError("not in a group of its own, or Linux is older than 5.14; " + HOW)
    if not _delegated(folder):
        raise NotDelegatedError("our group is not delegated to us; " + HOW)
    return folder


def hand_down(folder: str) -> List[str]:
    """Let groups below count memory and tasks, for which nobody may stay in `folder` itself. What it did."""
    with open(os.path.join(folder, "cgroup.controllers")) as file:
        offered = [name for name in _CONTROLLERS if name in file.read().split()]
    if not offered:
        return []
    leaf = make(folder, "supervisor-%d" % os.getpid())
    leaf.join()
    try:
        _write(folder, "cgroup.subtree_control", " ".join("+" + name for name in offered))
    except OSError:
        _write(folder, "cgroup.procs", "0")  # others live there: no limits then, only the kill
        leaf.remove()
        return []
    return offered


def remove_empty(folder: str) -> None:
    """Groups that a supervisor which was killed left behind."""
    for entry in os.scandir(folder):
        if entry.name.startswith("studytui-") and time.time() - entry.stat().st_mtime > _SETTLED:
            Group(entry.path).remove()


def _delegated(folder: str) -> bool:
    """Its owner's, or marked as given away; root owns all of them, which says nothing."""
    if os.geteuid() != 0:
        return os.stat(folder).st_uid == os.geteuid() and os.access(folder, os.W_OK)
    for name in ("trusted.delegate", "user.delegate"):
        try:
            if os.getxattr(folder, name) == b"1":
                return True
        except OSError:
            continue
    return False


def _own_folder() -> str:
    """Where the v2 hierarchy shows our group; "" when it does not."""
    try:
        with open("/proc/self/cgroup") as file:
            paths = [line.rstrip("\n")[3:] for line in file if line.startswith("0::")]
        with open("/proc/self/mountinfo") as file:
            mounts = [line.split() for line in file if " - cgroup2 " in line]
    except OSError:
        return ""
    for path in paths:
        for mount in mounts:
            root = mount[3].rstrip("/")
            if path == root or path.startswith(root + "/"):
                return os.path.normpath(mount[4] + path[len(root) :])
    return ""


def _write(folder: str, name: str, text: str) -> None:
    with open(os.path.join(folder, name), "w") as file:
        file.write(text)
