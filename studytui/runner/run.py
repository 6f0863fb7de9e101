"""One run, as an asynchronous stream of events. `Finished` is always the last one, and always there."""

from __future__ import annotations

from typing import Any, Protocol

from studytui.runner.console import Console
from studytui.runner.events import AnyEvent, Finished
from studytui.runner.request import RunRequest
from studytui.runner.stream import Stream
from studytui.sandbox.wire import Op


class Sender(Protocol):
    """Takes what a run has to tell the supervisor."""

    def __call__(self, op: str, **fields: Any) -> None: ...


class Run(Stream[AnyEvent]):
    """`async for event in run`. What is asked of it after it has finished does nothing.

    Where the request says `stay`, the finished process may stay for questions: then there is a `console`.
    """

    def __init__(self, request: RunRequest, send: Sender) -> None:
        super().__init__(Finished)
        self.request = request
        self.console: Console | None = None
        self._send = send

    def interrupt(self) -> None:
        """Raise KeyboardInterrupt in the run, as Ctrl+C would; if it does not listen, it is killed."""
        self._ask(Op.INTERRUPT)

    def kill(self) -> None:
        """End the run and everything it started, now; a process that stays for questions too."""
        self._ask(Op.KILL)

    def send_input(self, text: str) -> None:
        """Answer `input()` with a line; its newline need not be there."""
        self._ask(Op.INPUT, text=text.removesuffix("\n"))

    def end_input(self) -> None:
        """Nothing more will be typed: reading on meets the end of the file."""
        self._ask(Op.EOF)

    def _ask(self, op: str, **fields: Any) -> None:
        if not self._over or self.console is not None:
            self._send(op, **fields)
