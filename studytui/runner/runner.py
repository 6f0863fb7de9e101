"""The runner: one warm supervisor, any number of runs at a time, restarted when it has died."""

from __future__ import annotations

import asyncio
import itertools

import msgspec

from studytui.errors import RunnerUnavailable
from studytui.runner import starting
from studytui.runner.job import Job
from studytui.runner.request import RunnerOptions, RunRequest
from studytui.runner.run import Run
from studytui.runner.session import Session
from studytui.runner.status import Died, OnStatus, Probe, Ready, RunnerStatus
from studytui.sandbox.wire import Op

__all__ = ["Run", "Runner"]

GONE = "The process that starts runs has ended, and this run with it. The next run starts a new one."


class Runner:
    """Runs code in fresh processes. Create it, `await start()` (or just run), `await close()`."""

    def __init__(self, options: RunnerOptions, *, patience: float | None = None) -> None:
        """`patience`: seconds of silence after which a start is given up; None: as long as is usual."""
        self.options = options
        self.on_status: OnStatus | None = None
        usual = starting.QUEUE_PATIENCE if options.launcher else starting.PATIENCE
        self._patience = usual if patience is None else patience
        self._session: Session | None = None
        self._starting: asyncio.Task[Ready] | None = None
        self._background: set[asyncio.Task[None]] = set()
        self._jobs: dict[int, Job] = {}
        self._numbers = itertools.count(1)

    @property
    def ready(self) -> Ready | None:
        """What runs run on; None while no supervisor is ready."""
        return self._session.ready if self._session is not None else None

    async def start(self) -> Ready:
        """Be ready, starting a supervisor if there is none. Raises RunnerUnavailable, in one line."""
        if self.ready is not None:
            return self.ready
        if self._starting is None or self._starting.done():
            self._starting = asyncio.create_task(self._start())
        return await asyncio.shield(self._starting)

    def run(self, request: RunRequest, *, raw: bool = False) -> Run:
        """Run `request` in a fresh process; several may run at once.

        Starts a supervisor when there is none; if none can be started, the run ends as killed, and says why.
        With `raw` the text of Stdout and Stderr is as printed: not for showing in a terminal.
        """
        job = Job(next(self._numbers), self._placed(request), raw=raw)
        if request.stay:
            self._dismiss_staying()
        self._jobs[job.number] = job
        if self._session is not None and self._session.ready is not None:
            job.begin(self._session.link, self._session.ready)
        else:
            self._keep(asyncio.create_task(self._begin_when_ready(job)))
        return job.run

    async def probe(self) -> Probe:
        """Try every layer of isolation and say which works. Raises RunnerUnavailable."""
        await self.start()
        assert self._session is not None
        return await self._session.probe()

    @property
    def diagnostics(self) -> tuple[str, ...]:
        """The last lines the supervisor or its launcher said that were no messages."""
        return tuple(self._session.link.said) if self._session is not None else ()

    async def close(self) -> None:
        """End the supervisor; runs in flight end as killed."""
        if self._starting is not None and self._starting.cancel():
            await asyncio.wait({self._starting})
        session, self._session = self._session, None
        self._end_jobs(GONE)
        if session is not None:
            await session.close()

    async def _start(self) -> Ready:
        session = await Session.open(self.options, self._jobs, self._say)
        self._session = session
        try:
            ready = await session.wait_ready(self._patience)
        except BaseException:
            self._session = None
            await session.close()
            raise
        self._keep(asyncio.create_task(self._watch(session)))
        return ready

    async def _watch(self, session: Session) -> None:
        """When the supervisor ends by itself, its runs end; the next one starts another."""
        code = await session.link.ended()
        if self._session is session:
            self._session = None
            why = session.last_words or f"code {code}"
            self._say(Died(f"The process that starts runs has ended ({why}); the next run starts a new one."))
            self._end_jobs(GONE)

    async def _begin_when_ready(self, job: Job) -> None:
        try:
            ready = await self.start()
        except RunnerUnavailable as error:
            job.lost(str(error))
            return
        if self._session is None:
            job.lost(GONE)
        else:
            job.begin(self._session.link, ready)

    def _dismiss_staying(self) -> None:
        """Memory is for one finished process at most: the next run ends the one before."""
        for job in self._jobs.values():
            if job.stays:
                job.ask(Op.KILL)

    def _placed(self, request: RunRequest) -> RunRequest:
        """What the request leaves open, the runner's options say: the device, and the threads."""
        device = self.options.device if request.device == "auto" else request.device
        threads = self.options.threads if request.threads == 1 else request.threads
        return msgspec.structs.replace(request, device=device, threads=threads)

    def _end_jobs(self, why: str) -> None:
        for job in self._jobs.values():
            job.lost(why)
        self._jobs.clear()

    def _keep(self, task: asyncio.Task[None]) -> None:
        self._background.add(task)
        task.add_done_callback(self._background.discard)

    def _say(self, status: RunnerStatus) -> None:
        if self.on_status is not None:
            self.on_status(status)
