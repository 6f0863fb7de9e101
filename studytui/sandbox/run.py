"""The run itself: a forked child of its keeper: confines itself, waits for the request, runs the code, ends.

Everything up to reading the request happens ahead of time, in a spare; the request may only lower limits.
"""

from __future__ import annotations

import faulthandler
import json
import os
import signal
import socket
import sys
import tempfile
from typing import Any, BinaryIO, Dict, NoReturn, Tuple

from .begin import device, finish, processes, streams
from .begin.ask import replace_input
from .begin.emitter import MESSAGES, Emitter
from .begin.layers import Confined, confine, seal
from .begin.materials import Materials
from .begin.rehearse import rehearse
from .confine import environment, rlimits
from .confine.descriptors import place
from .confine.kernel import die_with_parent
from .keeper.order import Ends, Order
from .wire import EXIT_UNCONFINED

_REQUEST, _GATE = 4, 5
_RESET = (signal.SIGTERM, signal.SIGHUP, signal.SIGCHLD, signal.SIGUSR2)


def begin(order: Order, ends: Ends, gate: socket.socket, materials: Materials) -> NoReturn:
    """Never returns: the process ends with the learner's exit code."""
    die_with_parent(signal.SIGKILL)
    os.setsid()
    _own_descriptors(ends, gate)
    _own_signals()
    os.chdir(order.scratch)
    _own_environment(order.scratch)
    _volunteer_for_the_oom_killer()
    tasks = rlimits.tasks_of(os.getuid())
    confined = confine(order, materials)
    _report(confined, order)
    seal(confined, materials)
    _settle_in(order)
    job, line = _read_request()
    finish.finish(_serve(job, line, order, tasks))


def _own_descriptors(ends: Ends, gate: socket.socket) -> None:
    wanted = {0: ends.stdin, 1: ends.stdout, 2: ends.stderr, MESSAGES: ends.messages}
    place({**wanted, _REQUEST: ends.request, _GATE: gate.fileno()})
    gate.detach()
    for descriptor in (_REQUEST, _GATE):
        os.set_inheritable(descriptor, False)
    streams.open_standard()


def _own_environment(scratch: str) -> None:
    """Folders of its own. The table is the same object, so libraries that hold it see the change."""
    clean = environment.clean(os.environ, scratch)
    os.environ.clear()
    os.environ.update(clean)
    tempfile.tempdir = None


def _own_signals() -> None:
    """As a fresh interpreter has them; SIGUSR2 shows where the code is, from C, whatever Python is doing."""
    signal.set_wakeup_fd(-1)
    for number in _RESET:
        signal.signal(number, signal.SIG_DFL)
    signal.signal(signal.SIGPIPE, signal.SIG_IGN)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})  # until `execute` can answer it
    faulthandler.enable(file=MESSAGES, all_threads=False)
    faulthandler.register(signal.SIGUSR2, file=MESSAGES, all_threads=True, chain=False)


def _volunteer_for_the_oom_killer() -> None:
    """If the kernel must choose somebody, it shall be the run."""
    try:
        with open("/proc/self/oom_score_adj", "w") as file:
            file.write("1000")
    except OSError:
        pass  # other systems: the watchdog is there first anyway


def _report(confined: Confined, order: Order) -> None:
    """Tell the keeper, while this process is still ours, what holds. Ends when a required layer does not."""
    lacking = [name for name in order.required if name not in confined.layers]
    why = ["%s (%s)" % (name, confined.failed.get(name, "not loaded")) for name in lacking]
    words = json.dumps({"layers": confined.layers, "failed": ", ".join(why)}).encode()
    with socket.socket(fileno=_GATE) as gate:
        if confined.listener is None:
            gate.sendall(words)
        else:
            socket.send_fds(gate, [words], [confined.listener])
            os.close(confined.listener)
    if lacking:
        os._exit(EXIT_UNCONFINED)


def _settle_in(order: Order) -> None:
    """All that does not depend on the request."""
    processes.send_tensors_by_value()
    processes.start_by_fork()
    finish.forget_inherited_handlers()
    device.settle({"threads": 1})
    rehearse(order.gpu)


def _read_request() -> Tuple[Dict[str, Any], BinaryIO]:
    """Wait for the request; the end of the pipe means that none will come. Questions come the same way."""
    pipe = open(_REQUEST, "rb")  # noqa: SIM115 - as long as the process stays
    line = pipe.readline()
    if not line.endswith(b"\n"):
        os._exit(0)
    request: Dict[str, Any] = json.loads(line)
    if not request.get("stay"):
        pipe.close()
    return request, pipe


def _serve(job: Dict[str, Any], line: BinaryIO, order: Order, tasks: int) -> int:
    """Run the job and answer questions about it; an exit code."""
    limits = job["limits"]
    rlimits.lower(
        rlimits.for_request(limits["memory"], limits["scratch"], limits["processes"], order.gpu, tasks)
    )
    device.settle(job)
    emit = Emitter()
    replace_input(emit, bool(job.get("interactive")))
    sys.path[:] = [path for path in sys.path if not _is_ours(path)]
    from .inside.execute import execute

    try:
        return execute(job, emit, line)
    except KeyboardInterrupt:
        return finish.INTERRUPTED


def _is_ours(path: str) -> bool:
    """The folder this package was unpacked to: nothing a learner should import from."""
    return os.path.dirname(os.path.dirname(os.path.abspath(__file__))) == path
