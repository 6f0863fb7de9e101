"""One run, from the moment it is prepared as a spare until its ending has been told."""

from __future__ import annotations

import json
import os
from typing import Any, Callable, Dict, List, NamedTuple, Optional

from .. import wire
from ..wire import Ev
from .app_link import AppLink
from .loop import Loop
from .messages import Messages
from .output import Output
from .pipe_writer import PipeWriter
from .pipes import Pipes
from .talk import Talk

_AT_ONCE = 1 << 16
_DRAIN = 4 << 20
_PIPE = 1 << 20
"""What a pipe can hold, and so all that was written before a message that comes on another one: pipe(7)."""


class Key(NamedTuple):
    """What a spare must have been prepared for, to be used for a request."""

    gpu: bool
    loopback: bool = False


class Hosted:
    """`over` is called once, when the run has ended and everything has been said."""

    def __init__(
        self, loop: Loop, app: AppLink, key: Key, pipes: Pipes, scratch: str, over: Callable[["Hosted"], None]
    ) -> None:
        self.key, self.scratch, self.run = key, scratch, -1
        self.keeper_pid = 0
        self.lost = False
        """The keeper ended without telling how the run did."""
        self._loop, self._app, self._pipes, self._over = loop, app, pipes, over
        self._stdin = PipeWriter(loop, pipes.stdin)
        self._request = PipeWriter(loop, pipes.request)
        self._control = PipeWriter(loop, pipes.control)
        self._layers: Optional[List[str]] = None
        self._failed = ""
        self._device = ""
        self._announced = False
        self._output: Optional[Output] = None
        self._messages: Optional[Messages] = None
        self._status = b""
        self._talk: Optional[Talk] = None
        loop.watch(pipes.status, self._read_status)

    def begin(self, run: int, job: Dict[str, Any], bounds: Dict[str, Any], output_limit: int) -> None:
        """Hand over the request. `bounds` are the keeper's: timeout, memory, processes, scratch."""
        self.run, self._device = run, str(job.get("device", "cpu"))
        self._output = Output(self._loop, self._app, run, output_limit)
        self._talk = Talk(float(job.get("stay") or 0), float(bounds["timeout"]), self._tell, self._request)
        self._messages = Messages(
            self._loop, self._app, self._pipes.messages, run, self._output, self._take_turn, self._catch_up
        )
        for name in ("stdout", "stderr"):
            self._watch_stream(name, getattr(self._pipes, name))
        self._tell({"op": "begin", **bounds})
        self._request.write(json.dumps(job).encode() + b"\n")
        if not self._talk.stay:
            self._request.close()
        self.send_input(str(job.get("stdin") or ""))
        if not job.get("interactive"):
            self.end_input()
        self._announce()

    def send_input(self, text: str) -> None:
        """Give text to the run's standard input."""
        if text:
            self._stdin.write(text.encode("utf-8", "surrogateescape"))

    def end_input(self) -> None:
        """No more input: the run reads the end of the file."""
        self._stdin.close()

    def ask(self, question: Dict[str, Any]) -> None:
        """Put a question to the process that stays."""
        if self._talk is not None:
            self._talk.ask(question)

    def interrupt(self) -> None:
        """As Ctrl-C, and after a second the end."""
        self._tell({"op": "interrupt"})

    def kill(self) -> None:
        """The end, at once."""
        self._tell({"op": "kill"})

    def dismiss(self) -> None:
        """Drop a spare that is not needed: its line ends, so the keeper ends it."""
        self._control.close(now=True)

    def _tell(self, message: Dict[str, Any]) -> None:
        self._control.write(json.dumps(message).encode() + b"\n")

    def _watch_stream(self, name: str, descriptor: int) -> None:
        os.set_blocking(descriptor, False)

        def ready() -> None:
            self._read_stream(name, descriptor)

        self._loop.watch(descriptor, ready)

    def _read_stream(self, name: str, descriptor: int) -> int:
        """Pass on what is there; how many bytes, 0 for none."""
        try:
            data = os.read(descriptor, _AT_ONCE)
        except BlockingIOError:
            return 0
        if not data:
            self._loop.unwatch(descriptor)
        elif self._output is not None:
            self._output.feed(name, data)
        return len(data)

    def _read_status(self) -> None:
        """The keeper speaks. The end of its pipe without an ending means that it was lost."""
        data = os.read(self._pipes.status, _AT_ONCE)
        *lines, self._status = (self._status + data).split(b"\n")
        for line in lines:
            self._heed(json.loads(line))
        if not data:
            self._end(None)

    def _heed(self, message: Dict[str, Any]) -> None:
        if "prepared" in message:
            self._layers = message["prepared"]["layers"]
            self._failed = message["prepared"].get("failed", "")
            self._announce()
        elif "settled" in message and self._output is not None and self._messages is not None:
            self._drain()
            self._output.renew()
            verdict = self._verdict(message["settled"], self._messages)
            self._app.send(Ev.SETTLED, run=self.run, **verdict)
        elif "ended" in message:
            self._end(message["ended"])

    def _announce(self) -> None:
        """Say that the run began, once it is both prepared and wanted."""
        if self.run >= 0 and self._layers is not None and not self._announced and not self._failed:
            self._announced = True
            self._app.send(Ev.STARTED, run=self.run, device=self._device, layers=self._layers)

    def _end(self, ended: Optional[Dict[str, Any]]) -> None:
        self._loop.unwatch(self._pipes.status)
        self.lost = ended is None
        if self._output is not None and self._messages is not None:
            self._drain()
            self._messages.finish()
            self._output.finish()
            self._app.send(Ev.DONE, run=self.run, **self._verdict(ended, self._messages))
        self._close()
        self._over(self)

    def _take_turn(self, message: Dict[str, Any]) -> None:
        """The run says that the code has ended, or that a question is answered."""
        if self._talk is None or self._output is None or not self._talk.accept(message):
            return
        if message["verb"] == "answered":
            self._drain()
            self._output.renew()
            self._app.send(**{**message, "ev": Ev.MSG, "run": self.run})

    def _catch_up(self) -> None:
        """Tell what was printed before the message that comes next."""
        if self._output is not None:
            self._drain(_PIPE)
            self._output.flush()

    def _verdict(self, ended: Optional[Dict[str, Any]], messages: Messages) -> Dict[str, Any]:
        """The keeper's word; only "error" may become "memory", when the run says that it was."""
        if ended is None:
            ended = {"status": wire.Status.KILLED, "exit_code": -9, "signal": 9, "reason": wire.Reason.LOST}
            ended.update(seconds=0.0, max_rss=0, left=0)
        if self._failed:
            ended = {
                **ended,
                "status": wire.Status.CRASHED,
                "exit_code": wire.EXIT_UNCONFINED,
                "reason": None,
            }
        if ended["status"] == wire.Status.ERROR and messages.memory_error:
            ended = {**ended, "status": wire.Status.MEMORY, "reason": wire.Reason.MEMORY}
        return {**ended, "message": self._failed}

    def _drain(self, most: int = _DRAIN) -> None:
        """Read what the pipes hold; of a writer that goes on, a bounded part."""
        for name in ("stdout", "stderr"):
            descriptor, left = getattr(self._pipes, name), most
            while left > 0:
                count = self._read_stream(name, descriptor)
                if not count:
                    break
                left -= count

    def _close(self) -> None:
        for writer in (self._stdin, self._request, self._control):
            writer.close(now=True)
        if self._messages is None:
            os.close(self._pipes.messages)
        for descriptor in (self._pipes.stdout, self._pipes.stderr, self._pipes.status):
            self._loop.unwatch(descriptor)
            os.close(descriptor)
