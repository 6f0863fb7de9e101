"""One pane's runs: start, follow, stop, start again, without ever holding up the keys."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from studytui.errors import StudytuiError
from studytui.runner.events import AnyEvent, Closed, Finished
from studytui.tui.typed import host

if TYPE_CHECKING:
    from textual.widget import Widget
    from textual.worker import Worker

    from studytui.runner.console import Console, Said
    from studytui.runner.request import RunRequest
    from studytui.runner.runner import Run

Hear = Callable[[AnyEvent], None]
Refused = Callable[[str], None]
Answer = Callable[["Said"], None]

TWICE = 1.5
"""Seconds within which a second run key means: stop that one and start again."""
BREATH, REST = 0.004, 3
"""Seconds of events handled before the keys get their turn, and how much longer that one is.

A key's way to its letter has many short stages: each would wait for the next events."""


class RunSession:
    """Runs for one widget, one at a time: `hear` gets every event of the run that was started last.

    When the widget goes, its run ends, and so does a finished process that waits for questions.
    """

    def __init__(self, owner: Widget, hear: Hear, refused: Refused, answer: Answer | None = None) -> None:
        """`refused` gets one line of words when no run could be started.

        `answer` gets what the finished process says when it is asked something, `Closed` when it has gone.
        """
        self._owner = owner
        self._hear = hear
        self._refused = refused
        self._answer = answer
        self._run: Run | None = None
        self._worker: Worker[None] | None = None
        self.code = ""
        """What runs, or ran last."""
        self._number = 0
        self._pressed = -TWICE
        self._asked_to_stop = self._settled = False

    @property
    def running(self) -> bool:
        """Whether a run is under way, or a question is being answered."""
        busy = self.console is not None and self.console.busy
        return busy or (self._worker is not None and self._worker.is_running and not self._settled)

    @property
    def console(self) -> Console | None:
        """The finished process, while it is there to be asked; not before its end was heard here as well."""
        console = self._run.console if self._run is not None and self._settled else None
        return None if console is None or console.closed else console

    def press(self, request: RunRequest) -> bool:
        """The run key: start; while running, a second quick press starts afresh. False: not done yet."""
        now = time.monotonic()
        quick = now - self._pressed <= TWICE
        self._pressed = now
        if self.running and not quick:
            return False
        self.start(request)
        return True

    def start(self, request: RunRequest) -> None:
        """Run this; a run still going is killed first and heard no more."""
        self.code = request.code
        if self._run is not None:
            self._run.kill()
            self._run = None
        self._number += 1
        self._asked_to_stop = self._settled = False
        self._worker = self._owner.run_worker(
            self._follow(request, self._number), group="runs", exit_on_error=False, exclusive=False
        )

    def stop(self) -> None:
        """Interrupt as Ctrl+C would; asked again, kill. Asked before the run is there, it is remembered."""
        if not self.running:
            return
        if self._run is not None and self._asked_to_stop:
            self._run.kill()
        elif self._run is not None:
            self._run.interrupt()
        self._asked_to_stop = True

    def send_input(self, text: str) -> None:
        """Answer the run's `input()` with this line."""
        if self._run is not None:
            self._run.send_input(text)

    async def _follow(self, request: RunRequest, number: int) -> None:
        try:
            runner = host(self._owner).runner
            await runner.start()
            if number != self._number:
                return
            run = self._run = runner.run(request)
            if self._asked_to_stop:
                run.interrupt()
            await self._listen(run, number)
        except StudytuiError as error:
            if number == self._number:
                self._refused(str(error))
        finally:
            if number == self._number and self._run is not None:
                self._run.kill()  # where its widget went before it ended: nobody is left to see or to stop it
                self._run = None

    def ask(self, text: str) -> None:
        """Put a question to the finished process."""
        if self.console is not None:
            self._asked_to_stop = False
            self.console.ask(text)

    async def _listen(self, run: Run, number: int) -> None:
        busy = 0.0
        async for event in run:
            begin = time.monotonic()
            if number == self._number:
                self._settled = isinstance(event, Finished)
                self._hear(event)
            busy += time.monotonic() - begin
            if busy > BREATH:
                await asyncio.sleep(REST * busy)
                busy = 0.0
        if run.console is not None:
            await self._converse(run.console, number)

    async def _converse(self, console: Console, number: int) -> None:
        if self._answer is None:
            console.close()
        async for event in console:
            if number == self._number and self._answer is not None:
                if isinstance(event, Closed):
                    self._run = None
                self._answer(event)
