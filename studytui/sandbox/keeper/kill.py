"""Three ways to end everything a run ever started; the keeper picks the surest that is proven to work."""

from __future__ import annotations

import os
import resource
import signal
from typing import Protocol

from ..confine import landlock
from ..confine.cgroup import Group
from .process_tree import below


class Kill(Protocol):
    """Ends the run's processes; to be called until none is left."""

    name: str

    def __call__(self, first: int) -> None:
        """`first` is the keeper's direct child: the run, or the first process of its namespace."""


class DomainKill:
    """One system call: `kill(-1)` from a Landlock domain reaches that domain and nobody else."""

    name = "domain"

    def __call__(self, first: int) -> None:
        try:
            os.kill(-1, signal.SIGKILL)
        except (ProcessLookupError, PermissionError):
            pass  # nobody of the domain is left


class NamespaceKill:
    """The death of a process namespace's first process is the death of all."""

    name = "namespaces"

    def __call__(self, first: int) -> None:
        try:
            os.kill(first, signal.SIGKILL)
        except ProcessLookupError:
            pass  # already gone, and with it all others


class SweepKill:
    """Every descendant by its id, round after round: each is denied new processes first."""

    name = "sweep"

    def __call__(self, first: int) -> None:
        pids = below(os.getpid())
        for pid in pids:
            _send(pid, signal.SIGSTOP)
        for pid in pids:
            _deny_forks(pid)
            _send(pid, signal.SIGKILL)


class GroupKill:
    """Everything in the run's control group, whatever became of its parents; and then the other way, too."""

    def __init__(self, group: Group, then: Kill) -> None:
        self._group, self._then = group, then
        self.name = then.name

    def __call__(self, first: int) -> None:
        try:
            self._group.kill()
        except OSError:
            pass  # the other way does not need it
        self._then(first)


def choose(namespaces: bool, outsider: int) -> Kill:
    """The surest way for this process. `outsider`: a living process of the same user, never to be hit.

    `kill(-1)` without a domain would end everything the user runs, and as root the machine. So it is chosen
    only after this very process was refused a signal to `outsider`.
    """
    if namespaces:
        return NamespaceKill()
    try:
        os.kill(outsider, 0)  # reachable now, so that a refusal later can only come from the domain
        landlock.signals_stay_inside()
    except OSError:
        return SweepKill()
    try:
        os.kill(outsider, 0)
    except PermissionError:
        return DomainKill()
    except ProcessLookupError:
        return SweepKill()
    return SweepKill()


def _deny_forks(pid: int) -> None:
    try:
        resource.prlimit(pid, resource.RLIMIT_NPROC, (0, 0))
    except (OSError, ValueError):
        pass  # gone, or not allowed: the signal that follows does not depend on it


def _send(pid: int, number: int) -> None:
    try:
        os.kill(pid, number)
    except OSError:
        pass  # gone in the meantime
