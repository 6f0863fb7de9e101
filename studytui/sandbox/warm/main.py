"""Started by the supervisor with one argument, the descriptor of its line. Imports, then forks on request.

Stage 1 makes it usable. For stage 2 it forks a successor that imports the rest while this one goes on
serving; the supervisor then changes over.
"""

from __future__ import annotations

import gc
import os
import platform
import signal
import socket
import sys
import time
import traceback
import warnings
from typing import Any, Dict, NamedTuple, NoReturn

from ..become import fork, live
from ..begin.materials import Materials
from ..confine.kernel import die_with_parent
from ..keeper.main import keep
from ..keeper.order import Ends, Order, read_order
from ..run import begin
from .link import Link, Packet
from .progress import Progress

_STAGES = {1: "torch", 2: "full"}
_ADOPTION = 2.0


class Context(NamedTuple):
    """What does not change while this process serves."""

    materials: Materials
    supervisor: int
    """Its pid."""


def main(descriptor: int, home: str) -> NoReturn:
    """Never returns. `home` is the user's home folder."""
    live(lambda: _warm_up(descriptor, home))


def _warm_up(descriptor: int, home: str) -> NoReturn:
    supervisor = os.getppid()
    die_with_parent(signal.SIGKILL)
    for number in (signal.SIGINT, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    warnings.filterwarnings("ignore", message=".*multi-threaded.*fork", category=DeprecationWarning)
    link = Link(socket.socket(fileno=descriptor))
    if not _preload(1, link):
        os._exit(1)
    _serve(link, Context(Materials(home), supervisor))


def _preload(stage: int, link: Link) -> bool:
    """Import what belongs to `stage`, and say so. False, with the reason told, when that failed."""
    name = _STAGES[stage]
    try:
        from ..inside.warm import preload

        with Progress(stage, lambda part: _say(link, {"warming": {"stage": name, "fraction": part}})):
            preload(stage)
    except BaseException as error:
        traceback.print_exc()
        _say(link, {"failed": "%s: %s" % (type(error).__name__, error)})
        return False
    gc.collect()
    gc.freeze()
    _say(link, {"warm": {"stage": name, **_facts()}})
    return True


def _facts() -> Dict[str, Any]:
    torch = sys.modules.get("torch")
    return {
        "python": platform.python_version(),
        "torch": str(getattr(torch, "__version__", "")),
        "threads": _threads(),
        "driver": _driver_started(),
        "pid": os.getpid(),
    }


def _threads() -> int:
    try:
        return len(os.listdir("/proc/self/task"))
    except OSError:
        return 1


def _driver_started() -> bool:
    """Whether something initialised CUDA here: then no fork could use a GPU."""
    import ctypes

    try:
        count = ctypes.c_int()
        return int(ctypes.CDLL("libcuda.so.1").cuDeviceGetCount(ctypes.byref(count))) == 0
    except (OSError, AttributeError):
        return False  # no driver at all


def _serve(link: Link, context: Context) -> NoReturn:
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # keepers that ended leave no zombies
    while True:
        packet = link.receive()
        if packet is None:
            os._exit(0)
        if packet.message["op"] == "grow":
            _grow(link, packet.descriptors[0], context)
        else:
            _fork_keeper(link, packet, context)


def _fork_keeper(link: Link, packet: Packet, context: Context) -> None:
    order, ends = read_order(packet.message), Ends(*packet.descriptors)
    pid = fork(lambda: _become_keeper(link, order, ends, context))
    for descriptor in ends:
        os.close(descriptor)
    _say(link, {"keeper": {"run": order.number, "pid": pid}})


def _become_keeper(link: Link, order: Order, ends: Ends, context: Context) -> NoReturn:
    link.socket.close()
    keep(order, ends, lambda order, ends, gate: begin(order, ends, gate, context.materials))


def _say(link: Link, message: Dict[str, Any]) -> None:
    try:
        link.send(message)
    except OSError:
        os._exit(0)  # the supervisor is gone


def _grow(link: Link, descriptor: int, context: Context) -> None:
    """Fork the successor, twice, so that it belongs to the supervisor and outlives this process."""
    if os.fork():
        os.close(descriptor)
        return
    fork(lambda: _succeed(Link(socket.socket(fileno=descriptor)), context))
    os._exit(0)


def _succeed(link: Link, context: Context) -> NoReturn:
    """Tie the death of the successor to the supervisor's, once that one has adopted it."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    until = time.monotonic() + _ADOPTION
    while os.getppid() != context.supervisor and time.monotonic() < until:
        time.sleep(0.001)
    die_with_parent(signal.SIGKILL)
    if not _preload(2, link):
        os._exit(1)
    _serve(link, context)
