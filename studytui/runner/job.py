"""A run on the runner's books: what it asks goes to the supervisor, what that says becomes its events."""

from __future__ import annotations

import asyncio
from typing import Any

import msgspec

from studytui.runner.console import Console
from studytui.runner.frames import Frame
from studytui.runner.link import Link
from studytui.runner.request import RunRequest
from studytui.runner.run import Run
from studytui.runner.status import Ready
from studytui.runner.translate import Translator
from studytui.sandbox import wire
from studytui.sandbox.wire import Op

LAST_WORD = 10.0
"""Seconds after `kill` within which the end must be reported; otherwise the supervisor is replaced."""


class Job:
    """One run: waiting for a supervisor, then bound to it."""

    def __init__(self, number: int, request: RunRequest, *, raw: bool = False) -> None:
        self.number = number
        self.run = Run(request, self.ask)
        self._raw = raw
        self._translator = Translator(request, raw=raw)
        self._link: Link | None = None
        self._waiting: list[tuple[str, dict[str, Any]]] = []

    @property
    def over(self) -> bool:
        """Whether `Finished` has been said."""
        return self._translator.finished

    def begin(self, link: Link, ready: Ready) -> None:
        """Send the request, and what was asked while it waited."""
        if self.over:
            return
        line = wire.request(Op.RUN, run=self.number, **msgspec.to_builtins(self.run.request))
        if len(line) > wire.REQUEST_LIMIT:
            self.lost(
                f"The code is too long: at most {wire.REQUEST_LIMIT >> 20} MiB with everything around it."
            )
            return
        self._link = link
        self._translator = Translator(self.run.request, ready, raw=self._raw)
        link.write(line)
        for op, fields in self._waiting:
            link.send(op, run=self.number, **fields)

    def ask(self, op: str, **fields: Any) -> None:
        """Pass on what the run's owner wants."""
        if self.over:
            return
        if self._link is not None:
            self._link.send(op, run=self.number, **fields)
            if op == Op.KILL:
                asyncio.get_running_loop().call_later(LAST_WORD, self._replace_hung, self._link)
        elif op in (Op.KILL, Op.INTERRUPT):
            self.run.put(self._translator.stopped_early())
        else:
            self._waiting.append((op, fields))

    @property
    def stays(self) -> bool:
        """Whether the code has ended and its process is there for questions."""
        return self._translator.settled and not self.over

    def hear(self, frame: Frame) -> None:
        """A frame about this run."""
        settled = self._translator.settled
        events = list(self._translator.feed(frame))
        if self._translator.settled and not settled:
            self.run.console = Console(self.ask)
        if not settled:
            self.run.put(events)
        elif self.run.console is not None:
            self.run.console.hear(frame)
            if self.over:
                self.run.console.end(self._translator.last_words)

    def lost(self, why: str) -> None:
        """It will never be heard of again."""
        if self.stays and self.run.console is not None:
            self.run.console.end(why)
        self.run.put(self._translator.lost(why))

    def _replace_hung(self, link: Link) -> None:
        if not self.over:
            link.abort()
