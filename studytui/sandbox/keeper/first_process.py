"""Process 1 of a run's own namespaces: furnishes them, starts the run as process 2, tells how it ended.

The learner's code is not process 1 itself, because the kernel keeps most signals from that one: a snippet
that kills itself would go on living.
"""

from __future__ import annotations

import os
import signal
import struct
from typing import NoReturn

from ..become import Life, fork
from ..confine import capabilities, namespaces
from ..confine.descriptors import close_all_but
from ..confine.kernel import die_with_parent
from .ending import Death

_DEATH = struct.Struct("=iQ")
_SHARED_MEMORY = 1 << 30


def be_first(scratch: str, report: int, begin: Life) -> NoReturn:
    """Never returns. `report` is the pipe the keeper reads with `read_death` afterwards."""
    die_with_parent(signal.SIGKILL)
    namespaces.furnish(scratch, _SHARED_MEMORY)
    run = fork(begin)
    capabilities.drop_all()
    close_all_but((2, report))
    _wait_for(run, report)


def read_death(report: int) -> "Death | None":
    """How the run ended; None when its world was ended as a whole before it could be told."""
    data = os.read(report, _DEATH.size)
    return Death(*_DEATH.unpack(data)) if len(data) == _DEATH.size else None


def _wait_for(run: int, report: int) -> NoReturn:
    while True:
        pid, status, used = os.wait4(-1, 0)
        if pid == run:
            os.write(report, _DEATH.pack(status, used.ru_maxrss * 1024))
            os._exit(0)
