"""The keeper's life: fork the run, say that it is prepared, watch it, end everything, say how it ended."""

from __future__ import annotations

import json
import os
import signal
import socket
from typing import Any, Callable, Dict, NoReturn, Optional

from ..confine.cgroup import make
from ..confine.descriptors import close_all_but
from ..confine.kernel import adopt_orphans
from .gate import Gate
from .guard import Guard
from .kill import GroupKill, Kill, choose
from .order import Ends, Order
from .subject import Subject, enter_world, receive_report, start

Begin = Callable[[Order, Ends, socket.socket], NoReturn]
"""What the forked run does; it never returns."""

_CONFINEMENT_TIME = 20.0


def keep(order: Order, ends: Ends, begin: Begin) -> NoReturn:
    """To be called in a fork of the warm process. Never returns."""
    outsider = os.getppid()
    _detach(ends)
    try:
        _keep(order, ends, begin, outsider)
    except OSError as error:
        _say(ends.status, {"prepared": {"layers": [], "failed": str(error)}})
    os._exit(0)


def _keep(order: Order, ends: Ends, begin: Begin, outsider: int) -> None:
    group = make(order.cgroup, str(os.getpid())) if order.cgroup else None
    kill = choose(enter_world(order.namespaces), outsider)
    if group is not None:
        kill = GroupKill(group, kill)
    near, far = socket.socketpair()
    subject = start(order.scratch, order.namespaces, lambda: begin(order, ends, far), group)
    far.close()
    for descriptor in ends[:5]:
        os.close(descriptor)
    gate = _prepared(near, subject, kill, ends.status)

    def settled(report: Dict[str, Any]) -> None:
        _say(ends.status, {"settled": report})

    ended = Guard(order, ends.control, subject, kill, gate, settled).watch()
    if group is not None:
        group.remove()
    _say(ends.status, {"ended": ended})


def _detach(ends: Ends) -> None:
    """Leave the warm process's affairs. No death signal: whoever ends the run must outlive that one."""
    os.setsid()
    adopt_orphans()
    for number in (signal.SIGCHLD, signal.SIGHUP, signal.SIGINT):
        signal.signal(number, signal.SIG_DFL)
    signal.set_wakeup_fd(-1)
    signal.signal(signal.SIGPIPE, signal.SIG_IGN)
    close_all_but((0, 1, 2, *ends))
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)
    os.dup2(nothing, 1)
    os.close(nothing)


def _prepared(near: socket.socket, subject: Subject, kill: Kill, status: int) -> Optional[Gate]:
    """Wait until the run has confined itself, and pass on what it says of that."""
    near.settimeout(_CONFINEMENT_TIME)
    said, descriptors = receive_report(near)
    near.close()
    subject.remember_main()
    report: Dict[str, Any] = (
        json.loads(said) if said else {"layers": [], "failed": "the run died while it confined itself"}
    )
    extra = [name for name in (kill.name, *subject.layers) if name not in report["layers"]]
    _say(status, {"prepared": {**report, "layers": report["layers"] + extra}})
    return Gate(descriptors[0]) if descriptors else None


def _say(status: int, message: Dict[str, Any]) -> None:
    try:
        os.write(status, json.dumps(message).encode() + b"\n")
    except OSError:
        pass  # the supervisor is gone; what is left to do is done all the same
