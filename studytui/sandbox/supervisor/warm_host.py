"""Starts the warm process, changes over to its successor, and starts it anew when it dies."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from typing import Any, Callable, Dict, Optional, Set

from ..confine import environment
from ..keeper.order import Ends, Order
from ..warm.link import Link
from .loop import Loop

_START = (
    "import sys; sys.path[:] = [one for one in sys.path if one]; sys.path.append(sys.argv[1]); "
    "from studytui_sandbox.warm.main import main; main(int(sys.argv[2]), sys.argv[3])"
)
_MOST_FAILURES = 2


class WarmHost:
    """`tell` gets the warm process's messages; `gone` learns when it died, and whether a new one starts."""

    def __init__(
        self, loop: Loop, root: str, tell: Callable[[Dict[str, Any]], None], gone: Callable[[bool], None]
    ) -> None:
        self._loop, self._root, self._tell, self._gone = loop, root, tell, gone
        self._serving: Optional[Link] = None
        self._growing: Optional[Link] = None
        self._retiring: Set[Link] = set()
        self._process: "subprocess.Popen[bytes] | None" = None
        self._failures = 0

    def start(self) -> None:
        """Start it, with a clean environment from its very first moment: /proc shows that one for ever."""
        near, far = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        clean = {**environment.clean(os.environ, self._root), **environment.import_path(os.environ)}
        home = os.path.expanduser("~")
        code = os.path.join(self._root, "code")
        self._process = subprocess.Popen(
            [sys.executable, "-u", "-c", _START, code, str(far.fileno()), home],
            pass_fds=[far.fileno()],
            stdin=subprocess.DEVNULL,
            stdout=2,
            env=clean,
            cwd=self._root,
        )
        far.close()
        self._serving = self._watch(near)

    def grow(self) -> None:
        """Have a successor import the second stage while this one goes on serving."""
        if self._serving is None or self._growing is not None:
            return
        near, far = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self._serving.send({"op": "grow"}, (far.fileno(),))
        far.close()
        self._growing = self._watch(near)

    def fork(self, order: Order, ends: Ends) -> None:
        """Ask for a keeper and its run; the ends are closed here. Without a warm process they simply end."""
        try:
            if self._serving is not None:
                self._serving.send({"op": "fork", **order._asdict()}, tuple(ends))
        except OSError:
            pass  # it died in this moment: the status pipe ends, which tells the run's host
        finally:
            for descriptor in ends:
                os.close(descriptor)

    def stop(self) -> None:
        """Let go of it; it ends when its line does."""
        for link in (self._serving, self._growing, *self._retiring):
            if link is not None:
                self._drop(link)
        self._retiring.clear()
        self._serving = self._growing = None

    def _watch(self, near: socket.socket) -> Link:
        link = Link(near)
        self._loop.watch(near.fileno(), lambda: self._receive(link))
        return link

    def _receive(self, link: Link) -> None:
        packet = link.receive()
        if packet is None:
            self._lost(link)
            return
        message = packet.message
        if "warm" in message:
            self._failures = 0
            self._arrived(link)
        self._tell(message)

    def _arrived(self, link: Link) -> None:
        """A stage is complete. The successor takes over; its predecessor ends when it has done the rest."""
        if link is self._growing:
            old, self._serving, self._growing = self._serving, link, None
            if old is not None:
                self._retire(old)

    def _retire(self, link: Link) -> None:
        """No more is asked of it. Closing its line at once would throw away what it has not read yet: where
        our side has unread packets, its next look at the line is an error instead of a request.
        """
        self._retiring.add(link)
        link.socket.shutdown(socket.SHUT_WR)

    def _lost(self, link: Link) -> None:
        self._drop(link)
        if link in self._retiring:
            self._retiring.remove(link)
            return
        if link is self._growing:
            self._growing = None  # the predecessor goes on serving, only not as warm
            return
        if self._growing is not None:
            self._drop(self._growing)
        self._serving = self._growing = None
        self._failures += 1
        again = self._failures < _MOST_FAILURES
        if again:
            self.start()
        self._gone(again)

    def _drop(self, link: Link) -> None:
        self._loop.unwatch(link.socket.fileno())
        link.socket.close()
