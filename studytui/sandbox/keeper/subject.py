"""The run as its keeper sees it: started, signalled, waited for."""

from __future__ import annotations

import os
import socket
from typing import List, NoReturn, Optional

from ..become import Life, fork
from ..confine import namespaces
from ..confine.cgroup import Group
from .ending import Death
from .first_process import be_first, read_death
from .process_tree import children


class Subject:
    """`first` is the keeper's direct child; with namespaces the run is that one's child."""

    def __init__(self, first: int, report: Optional[int], group: Optional[Group] = None) -> None:
        self.first = first
        self._report = report
        self._group = group
        self._main = 0
        self.death: Optional[Death] = None

    @property
    def besides(self) -> List[int]:
        """Which of the keeper's descendants are ours, not the run's."""
        return [] if self._report is None else [self.first]

    @property
    def layers(self) -> List[str]:
        """What was put around it from outside."""
        return [] if self._group is None else ["cgroup"]

    def shared_memory(self) -> Optional[int]:
        """Bytes in the /dev/shm of its own; None when it has none."""
        if self._report is None:
            return None
        try:
            facts = os.statvfs("/proc/%d/root/dev/shm" % self.first)
        except OSError:
            return 0  # its world has just ended
        return (facts.f_blocks - facts.f_bfree) * facts.f_frsize

    def limit(self, memory: int) -> None:
        """Have the kernel keep the limit as well, where there is a group for it. Bytes."""
        if self._group is not None:
            self._group.limit(memory)

    def ran_out(self) -> bool:
        """Whether the kernel ended it because of that limit."""
        return self._group is not None and self._group.ran_out()

    def signal(self, number: int) -> None:
        """Send a signal to the run's main process, if it is still there."""
        main = self._find_main()
        try:
            if main:
                os.kill(main, number)
        except ProcessLookupError:
            pass  # it ended in this moment, which is what was wanted

    def note_end(self, pid: int, status: int, max_rss: int) -> bool:
        """A child of the keeper was reaped. True when it was the run, or all there was of it."""
        if pid != self.first:
            return False
        self.death = Death(status, max_rss) if self._report is None else read_death(self._report)
        return True

    def _find_main(self) -> int:
        """Before learner code has run, the first process of the namespaces has exactly one child."""
        if self._report is None:
            return self.first
        found = children(self.first)
        self._main = self._main or (found[0] if found else 0)
        return self._main if self._main in found else 0

    def remember_main(self) -> None:
        """Look now, while there is no doubt which process it is."""
        self._find_main()


def start(scratch: str, own_world: bool, begin: Life, group: Optional[Group] = None) -> Subject:
    """Fork the run, in new namespaces if asked. `begin` is called in the run and never returns."""
    if not own_world:
        return Subject(fork(lambda: _in_group(group, begin)), None, group)
    reader, writer = os.pipe()
    os.set_blocking(reader, False)
    first = fork(lambda: _in_group(group, lambda: be_first(scratch, writer, begin)))
    os.close(writer)
    return Subject(first, reader, group)


def _in_group(group: Optional[Group], life: Life) -> NoReturn:
    if group is not None:
        group.join()
    life()


def enter_world(wanted: bool) -> bool:
    """Enter new namespaces if `wanted`. Raises OSError."""
    if wanted:
        namespaces.enter()
    return wanted


def receive_report(near: socket.socket) -> "tuple[bytes, list[int]]":
    """What the run says before any learner code: its layers, and the gate's listener."""
    said, descriptors, _, _ = socket.recv_fds(near, 64 * 1024, 1)
    return said, list(descriptors)
