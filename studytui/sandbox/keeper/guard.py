"""Watches one run until it ends or must end, then ends everything it started."""

from __future__ import annotations

import errno
import os
import select
import signal
import time
from typing import Any, Callable, Dict, List, Optional, Tuple

from .control import Control
from .ending import Death, report
from .gate import Gate, Question
from .hidden import Hidden
from .interrupt import Interrupt
from .kill import Kill
from .order import Order
from .shared_memory import FILE_CALLS, SharedMemory
from .subject import Subject
from .watchdog import PERIOD, Bounds, Watchdog

_MOST_REFUSALS = 2000
_PATIENCE = 10.0
_ROUND = 0.001
_BIRTH = 0.02  # seconds until a process that was allowed can be seen and counted


class Guard:
    """`watch` does it all and returns the report of the ending."""

    def __init__(
        self,
        order: Order,
        control: int,
        subject: Subject,
        kill: Kill,
        gate: Optional[Gate],
        settled: Callable[[Dict[str, Any]], None],
    ) -> None:
        """`settled` gets the report on the code when its process stays for questions."""
        self._order = order
        self._control = Control(control)
        self._subject = subject
        self._kill = kill
        self._gate = gate
        self._interrupt = Interrupt(subject.signal)
        self._shared = SharedMemory()
        self._watchdog: Optional[Watchdog] = None
        self._reason: Optional[str] = None
        self._settled = settled
        self._over = self._resting = False
        self._allowed, self._refused = 1, 0
        self._last_allowed = 0.0

    def watch(self) -> Dict[str, Any]:
        """Returns when nothing of the run is left."""
        poll, wake = self._sources()
        while not self._over:
            for source, event in poll.poll(self._wait()):
                self._heed(source, event, poll, wake)
            self._check()
            if self._reap()[1]:
                self._over = True
        ended = time.monotonic()
        left = self._end_all()
        self._shared.remove()
        return self._report(ended, left)

    def _sources(self) -> "Tuple[select.poll, int]":
        """The supervisor, our children, and the gate."""
        wake, woken = os.pipe()
        for end in (wake, woken):
            os.set_blocking(end, False)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        signal.set_wakeup_fd(woken, warn_on_full_buffer=False)
        poll = select.poll()
        for source in (self._control.descriptor, wake, *([self._gate.listener] if self._gate else [])):
            poll.register(source, select.POLLIN)
        return poll, wake

    def _wait(self) -> Optional[float]:
        """Milliseconds until something is due; None while the run has not begun."""
        if self._watchdog is None:
            return None
        pause = self._watchdog.next_look - time.monotonic()
        return max(1.0, min(pause, PERIOD) * 1000)

    def _heed(self, source: int, event: int, poll: "select.poll", wake: int) -> None:
        if source == wake:
            os.read(wake, 4096)
        elif source == self._control.descriptor:
            for message in self._control.read():
                self._obey(message)
        elif self._gate and event & select.POLLIN:
            question = self._gate.next()
            if question is not None:
                self._answer(self._gate, question)
        else:
            poll.unregister(source)  # nobody is left behind the gate

    def _obey(self, message: Dict[str, Any]) -> None:
        op = message["op"]
        if op == "begin":
            bounds = Bounds(**{name: message[name] for name in Bounds._fields})
            hidden = Hidden(self._order.scratch, self._subject, self._shared)
            self._subject.limit(bounds.memory)
            self._watchdog = Watchdog(bounds, self._order.scratch, self._subject.besides, hidden)
        elif op == "interrupt":
            self._interrupt.begin("interrupted", time.monotonic())
        elif op == "kill":
            self._must_end("killed")
        elif self._watchdog is not None:
            self._turn(self._watchdog, message)

    def _turn(self, watchdog: Watchdog, message: Dict[str, Any]) -> None:
        """`ask`: a question begins; `rest`: nothing is to be done but wait for the next one."""
        self._resting = message["op"] == "rest"
        if "exit_code" in message:
            death = Death((message["exit_code"] & 0xFF) << 8, watchdog.measure())
            seconds = time.monotonic() - watchdog.began
            self._settled(report(death, self._interrupt.reason, seconds, watchdog.peak, 0))
        self._interrupt = Interrupt(self._subject.signal)
        watchdog.grant(message["seconds"])

    def _answer(self, gate: Gate, question: Question) -> None:
        if question.number in FILE_CALLS:
            self._shared.answer(gate, question)
        elif self._may_fork():
            gate.allow(question)
        else:
            gate.refuse(question, errno.EAGAIN)

    def _may_fork(self) -> bool:
        """Allow a new process, or not. Counted exactly only when the estimate reaches the limit."""
        watchdog = self._watchdog
        if watchdog is None:
            return False
        if self._allowed >= watchdog.bounds.processes:
            time.sleep(max(0.0, self._last_allowed + _BIRTH - time.monotonic()))
            self._allowed = watchdog.processes()
        allow = self._allowed < watchdog.bounds.processes
        if allow:
            self._last_allowed = time.monotonic()
        self._allowed, self._refused = self._allowed + allow, self._refused + (not allow)
        if self._refused > _MOST_REFUSALS:
            self._must_end("processes")
        return allow

    def _check(self) -> None:
        now = time.monotonic()
        if self._watchdog is not None:
            broken = self._watchdog.look()
            if broken:
                self._must_end(broken)
            if self._watchdog.expired(now) and self._resting:
                self._must_end("idle")
            elif self._watchdog.expired(now):
                self._interrupt.begin("timeout", now)
        if self._interrupt.due(now):
            self._must_end(self._interrupt.reason or "killed")

    def _must_end(self, reason: str) -> None:
        self._reason = self._reason or reason
        self._over = True

    def _reap(self) -> Tuple[bool, bool]:
        """Collect the dead. Returns whether any child is left, and whether the run itself has ended."""
        ended = False
        while True:
            try:
                pid, status, used = os.wait4(-1, os.WNOHANG)
            except ChildProcessError:
                return False, ended
            if pid == 0:
                return True, ended
            ended |= self._subject.note_end(pid, status, used.ru_maxrss * 1024)

    def _end_all(self) -> List[int]:
        """Kill until none is left. Returns those that did not go, stuck in a driver."""
        if self._gate:
            os.close(self._gate.listener)  # from here on no fork succeeds
        until = time.monotonic() + _PATIENCE
        while True:
            self._kill(self._subject.first)
            if not self._reap()[0]:
                return []
            if time.monotonic() > until:
                return _stuck()
            time.sleep(_ROUND)

    def _report(self, ended: float, left: List[int]) -> Dict[str, Any]:
        began = self._watchdog.began if self._watchdog else ended
        peak = self._watchdog.peak if self._watchdog else 0
        reason = self._reason or self._interrupt.reason or ("memory" if self._subject.ran_out() else None)
        return report(self._subject.death, reason, ended - began, peak, len(left))


def _stuck() -> List[int]:
    from .process_tree import below

    return below(os.getpid())
