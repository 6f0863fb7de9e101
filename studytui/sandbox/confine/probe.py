"""Which layers work here: found out by doing each in a throw-away child, never by reading version numbers."""

from __future__ import annotations

import errno
import os
import resource
import signal
import socket
import tempfile
from typing import Callable, Dict

from . import capabilities, cgroup, kernel, landlock, namespaces, seccomp_filter, seccomp_load
from .seccomp_filter import FORKS_ASK, FORKS_REFUSED, Variant
from .throwaway import attempt

_PROBED_SHARED_MEMORY = 1 << 20


def probe(folder: str) -> Dict[str, str]:
    """Each layer's name and "" where it works, else why it does not. `folder` is a private one."""
    tries: Dict[str, Callable[[], None]] = {
        "no_new_privs": _privileges_stay,
        "capabilities": _capabilities_go,
        "seccomp": _calls_are_refused,
        "landlock": _files_are_walled,
        "domain": _signals_stay_inside,
        "gate": _forks_ask,
        "nproc": _forks_are_counted,
        "namespaces": lambda: _own_world(folder),
        "cgroup": _groups_end,
    }
    return {name: attempt(action) for name, action in tries.items()}


class _NotThereError(Exception):
    """The layer loaded and did nothing."""


def _privileges_stay() -> None:
    kernel.no_new_privileges()
    if _status_field("NoNewPrivs") != 1:
        raise _NotThereError("no_new_privs did not stick")


def _capabilities_go() -> None:
    capabilities.drop_all()
    if _status_field("CapEff") or _status_field("CapPrm"):
        raise _NotThereError("capabilities were kept")


def _calls_are_refused() -> None:
    if not seccomp_filter.supported():
        raise _NotThereError("no table of system calls for " + kernel.MACHINE)
    seccomp_load.load(seccomp_filter.build(Variant(FORKS_REFUSED)))
    _expect(PermissionError, lambda: socket.socket().close(), "a socket opened behind the filter")
    _expect(BlockingIOError, os.fork, "a process started behind the filter")


def _files_are_walled() -> None:
    landlock.restrict([])
    _expect(PermissionError, lambda: open(__file__).close(), "a file opened behind the wall")
    _expect(PermissionError, lambda: open(__file__, "r+").close(), "a file could be written")


def _signals_stay_inside() -> None:
    landlock.signals_stay_inside()
    _expect(PermissionError, lambda: os.kill(os.getppid(), 0), "a signal left the domain")


def _forks_are_counted() -> None:
    if os.getuid() == 0:
        raise _NotThereError("root's processes are not counted")
    resource.setrlimit(resource.RLIMIT_NPROC, (0, 0))
    _expect(BlockingIOError, os.fork, "a process started beyond the limit")


def _forks_ask() -> None:
    from ..keeper.gate import Gate

    near, far = socket.socketpair()
    child = os.fork()
    if child == 0:
        _fork_behind_gate(far)
    far.close()
    _, descriptors, _, _ = socket.recv_fds(near, 100, 1)
    if descriptors:
        gate = Gate(descriptors[0])
        question = gate.next()
        if question is not None:
            gate.refuse(question, errno.EAGAIN)
    _, status = os.waitpid(child, 0)
    if status != 0:
        raise _NotThereError("the gate could not be set up: a container may already have one")


def _fork_behind_gate(far: socket.socket) -> None:
    """Exit code 0: the fork was refused by the other end."""
    signal.alarm(2)
    try:
        listener = seccomp_load.load_with_listener(seccomp_filter.build(Variant(FORKS_ASK)))
        socket.send_fds(far, [b"gate"], [listener])
        os.close(listener)
        _expect(BlockingIOError, os.fork, "a process started in spite of the gate")
    except BaseException:
        os._exit(1)
    os._exit(0)


def _own_world(folder: str) -> None:
    scratch = tempfile.mkdtemp(dir=folder)
    namespaces.enter()
    why = attempt(lambda: _furnished(scratch))
    os.rmdir(scratch)
    if why:
        raise _NotThereError(why)


def _furnished(scratch: str) -> None:
    namespaces.furnish(scratch, _PROBED_SHARED_MEMORY)
    if os.getpid() != 1:
        raise _NotThereError("not the first process of a new namespace")


def _groups_end() -> None:
    """A process in a group of its own is gone when that group is killed."""
    group = cgroup.make(cgroup.base(), "probe-%d" % os.getpid())
    try:
        child = os.fork()
        if child == 0:
            _join_and_wait(group)
        _, status = os.waitpid(child, os.WUNTRACED)
        group.kill()
        if os.WIFSTOPPED(status):
            _, status = os.waitpid(child, 0)
        if not (os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL):
            raise _NotThereError("a group could not be joined and ended")
    finally:
        group.remove()


def _join_and_wait(group: cgroup.Group) -> None:
    try:
        group.join()
        os.kill(os.getpid(), signal.SIGSTOP)
    finally:
        os._exit(1)


def _status_field(name: str) -> int:
    with open("/proc/self/status") as file:
        for line in file:
            if line.startswith(name + ":"):
                return int(line.split()[1], 16)
    raise _NotThereError("/proc/self/status has no " + name)


def _expect(error: "type[BaseException]", action: Callable[[], object], otherwise: str) -> None:
    try:
        action()
    except error:
        return
    raise _NotThereError(otherwise)
