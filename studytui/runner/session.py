"""One supervisor's life, from the first byte to the last: warming up, ready, runs, end."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from pathlib import PurePath
from typing import Any

import msgspec

from studytui.errors import RunnerUnavailable
from studytui.runner import reports, starting
from studytui.runner.clean import label
from studytui.runner.frames import Frame
from studytui.runner.job import Job
from studytui.runner.link import Link
from studytui.runner.request import RunnerOptions
from studytui.runner.status import Note, OnStatus, Probe, Ready, Waiting
from studytui.sandbox.wire import Ev, Op

PROBE_PATIENCE = 30.0
"""Seconds; probing starts a dozen small processes."""


class Session:
    """A supervisor and what it has said so far."""

    link: Link

    def __init__(self, options: RunnerOptions, jobs: dict[int, Job], say: OnStatus) -> None:
        self.ready: Ready | None = None
        self.last_words = ""
        """Why the supervisor gave up, in its own words."""
        self._options = options
        self._jobs = jobs
        self._say = say
        self._verdict: asyncio.Future[Ready] = asyncio.get_running_loop().create_future()
        self._probes: list[asyncio.Future[Probe]] = []
        self._heard = time.monotonic()
        self._answered = False

    @classmethod
    async def open(cls, options: RunnerOptions, jobs: dict[int, Job], say: OnStatus) -> Session:
        """Start it; frames about runs go to `jobs`. Raises RunnerUnavailable if it cannot be started."""
        session = cls(options, jobs, say)
        session._wait("")
        try:
            session.link = await Link.open(options, session._hear, session._note)
        except OSError as error:
            raise starting.not_started(options, error) from error
        return session

    async def wait_ready(self, patience: float) -> Ready:
        """Wait for `ready`. Raises RunnerUnavailable: refused, ended, or silent for `patience` seconds."""
        ended = asyncio.create_task(self.link.ended())
        try:
            while not self._verdict.done():
                left = patience - (time.monotonic() - self._heard)
                if left <= 0:
                    raise starting.silent(self._options, patience)
                either: set[asyncio.Future[Any]] = {self._verdict, ended}
                await asyncio.wait(either, timeout=left, return_when=asyncio.FIRST_COMPLETED)
                if ended.done() and not self._verdict.done():
                    raise starting.ended(self._options, ended.result(), self.link.said)
            return self._verdict.result()
        finally:
            ended.cancel()

    async def probe(self) -> Probe:
        """Ask for the layers of isolation. Raises RunnerUnavailable when no answer comes."""
        answer: asyncio.Future[Probe] = asyncio.get_running_loop().create_future()
        self._probes.append(answer)
        self.link.send(Op.PROBE)
        try:
            return await asyncio.wait_for(answer, PROBE_PATIENCE)
        except TimeoutError:
            raise starting.silent(self._options, PROBE_PATIENCE) from None

    async def close(self) -> None:
        """End it."""
        await self.link.close()

    def _note(self, line: str) -> None:
        self._say(Note(line))
        self._wait(line)

    def _wait(self, line: str) -> None:
        """A launcher may take its time: until the other side answers, what it says is news."""
        if self._options.launcher and not self._answered:
            self._say(Waiting(PurePath(self._options.launcher[0]).name, label(line)))

    def _hear(self, frame: Frame) -> None:
        self._answered = True
        self._heard = time.monotonic()
        number = frame.fields.get("run")
        if isinstance(number, int):
            self._about_a_run(number, frame)
        elif (reader := _READERS.get(frame.ev)) is not None:
            try:
                reader(self, frame.fields)
            except msgspec.ValidationError as error:
                self._say(Note(f"{frame.ev}: {error}"))

    def _about_a_run(self, number: int, frame: Frame) -> None:
        job = self._jobs.get(number)
        if job is not None:
            job.hear(frame)
            if job.over:
                del self._jobs[number]

    def _warming(self, fields: dict[str, Any]) -> None:
        self._say(reports.warming(fields))

    def _ready(self, fields: dict[str, Any]) -> None:
        ready = reports.ready(fields)
        if ready.policy == "refuse" and not self._options.unsafe_files:
            self._refuse(starting.refused(ready))
            return
        self.ready = ready
        if not self._verdict.done():
            self._verdict.set_result(ready)
        self._say(ready)

    def _fatal(self, fields: dict[str, Any]) -> None:
        self.last_words = label(str(fields.get("message", "the runner gave up")), 500)
        if (
            self.ready is not None
        ):  # it was usable and is no more: end it, so that the next run starts another
            self.ready = None
            self.link.abort()
        self._refuse(RunnerUnavailable(self.last_words))

    def _refuse(self, error: RunnerUnavailable) -> None:
        if not self._verdict.done():
            self._verdict.set_exception(error)

    def _probed(self, fields: dict[str, Any]) -> None:
        answer = reports.probe(fields)
        for waiting in self._probes:
            if not waiting.done():
                waiting.set_result(answer)
        self._probes.clear()

    def _log(self, fields: dict[str, Any]) -> None:
        self._say(Note(label(str(fields.get("text", "")), 1000)))


_READERS: dict[str, Callable[[Session, dict[str, Any]], None]] = {
    Ev.WARMING: Session._warming,
    Ev.READY: Session._ready,
    Ev.FATAL: Session._fatal,
    Ev.PROBE: Session._probed,
    Ev.LOG: Session._log,
}
