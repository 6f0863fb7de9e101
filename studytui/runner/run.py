"""One run, as an asynchronous stream of events. `Finished` is always the last one, and always there."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Iterable
from typing import Any, Protocol

from studytui.runner.events import AnyEvent, Finished
from studytui.runner.request import RunRequest
from studytui.sandbox.wire import Op


class Sender(Protocol):
    """Takes what a run has to tell the supervisor."""

    def __call__(self, op: str, **fields: Any) -> None: ...


class Run:
    """`async for event in run`. What is asked of it after it has finished does nothing."""

    def __init__(self, request: RunRequest, send: Sender) -> None:
        self.request = request
        self._send = send
        self._events: deque[AnyEvent] = deque()
        self._news = asyncio.Event()
        self._over = False

    def interrupt(self) -> None:
        """Raise KeyboardInterrupt in the run, as Ctrl+C would; if it does not listen, it is killed."""
        self._ask(Op.INTERRUPT)

    def kill(self) -> None:
        """End the run and everything it started, now."""
        self._ask(Op.KILL)

    def send_input(self, text: str) -> None:
        """Answer `input()` with a line; its newline need not be there."""
        self._ask(Op.INPUT, text=text.removesuffix("\n"))

    def end_input(self) -> None:
        """Nothing more will be typed: reading on meets the end of the file."""
        self._ask(Op.EOF)

    def put(self, events: Iterable[AnyEvent]) -> None:
        """For the runner: events for whoever iterates."""
        self._events.extend(events)
        self._news.set()

    def __aiter__(self) -> Run:
        return self

    async def __anext__(self) -> AnyEvent:
        while not self._events:
            if self._over:
                raise StopAsyncIteration
            self._news.clear()
            await self._news.wait()
        event = self._events.popleft()
        self._over = isinstance(event, Finished)
        return event

    def _ask(self, op: str, **fields: Any) -> None:
        if not self._over:
            self._send(op, **fields)
