"""The supervisor's process, seen from the app: bytes out, frames in, and its standard error."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
from asyncio.subprocess import PIPE, Process
from collections import deque
from collections.abc import Callable
from typing import Any

from studytui.runner.bundle import bundle
from studytui.runner.clean import clean
from studytui.runner.command import command
from studytui.runner.frames import Frame, FrameReader, Noise
from studytui.runner.request import RunnerOptions
from studytui.sandbox import wire

CHUNK = 1 << 18
"""Bytes read at once."""
FAREWELL = 2.0
"""Seconds a supervisor has to end by itself after `quit`."""


class Link:
    """One supervisor. Made by `Link.open`; ends when its standard output does."""

    def __init__(self, process: Process, hear: Callable[[Frame], None], note: Callable[[str], None]) -> None:
        self._process = process
        self._hear = hear
        self._note = note
        self.said: deque[str] = deque(maxlen=50)
        """The last lines that were no frames: banners, warnings, the reason it ended."""
        self._readers = [asyncio.create_task(self._read_frames()), asyncio.create_task(self._read_errors())]

    @classmethod
    async def open(
        cls, options: RunnerOptions, hear: Callable[[Frame], None], note: Callable[[str], None]
    ) -> Link:
        """Start the process and send it the sandbox and the options. Raises OSError if it cannot be started.

        It gets a session of its own, so Ctrl+C in the terminal does not reach it.
        """
        process = await asyncio.create_subprocess_exec(
            *command(options), stdin=PIPE, stdout=PIPE, stderr=PIPE, start_new_session=True
        )
        link = cls(process, hear, note)
        link.write(bundle().payload)
        link.send(wire.Op.HELLO, options=_hello(options))
        return link

    @property
    def alive(self) -> bool:
        """Whether it may still answer."""
        return not self._readers[0].done()

    def send(self, op: str, **fields: Any) -> None:
        """Ask for something; silently nothing once the other side is gone (the end of its output tells)."""
        self.write(wire.request(op, **fields))

    def write(self, data: bytes) -> None:
        """Pass bytes on without waiting."""
        stdin = self._process.stdin
        if stdin is not None and not stdin.is_closing():
            stdin.write(data)

    async def ended(self) -> int:
        """Wait until it has ended and all it said was heard; its exit code."""
        await asyncio.wait(self._readers)  # unlike gather, being cancelled here does not cancel the readers
        return await self._process.wait()

    async def close(self) -> None:
        """End it: politely, then so that a launcher gives up its place in a queue, then by force."""
        self.send(wire.Op.QUIT)
        if self._process.stdin is not None:
            self._process.stdin.close()
        for number in (signal.SIGTERM, signal.SIGKILL):
            try:
                await asyncio.wait_for(asyncio.shield(self._process.wait()), FAREWELL)
                break
            except TimeoutError:
                self._signal(number)
        await self.ended()

    def abort(self) -> None:
        """End it and the launcher before it by force."""
        self._signal(signal.SIGKILL)

    def _signal(self, number: signal.Signals) -> None:
        with contextlib.suppress(ProcessLookupError):  # it has ended by itself in the meantime
            os.killpg(self._process.pid, number)

    async def _read_frames(self) -> None:
        reader, stdout = FrameReader(), self._process.stdout
        assert stdout is not None
        while data := await stdout.read(CHUNK):
            for item in reader.feed(data):
                self._take(item)
            await asyncio.sleep(0)  # whoever listens gets a turn, so a flood piles up in the pipe, not here
        for item in reader.finish():
            self._take(item)

    def _take(self, item: Frame | Noise) -> None:
        if isinstance(item, Frame):
            self._hear(item)
        else:
            self._remember(item.text)

    async def _read_errors(self) -> None:
        stderr = self._process.stderr
        assert stderr is not None
        rest = b""
        while data := await stderr.read(CHUNK):
            *lines, rest = (rest + data).split(b"\n")
            rest = rest[-wire.LINE_LIMIT :]
            for line in lines:
                self._remember(clean(line.decode("utf-8", "replace")).strip())
        self._remember(clean(rest.decode("utf-8", "replace")).strip())

    def _remember(self, line: str) -> None:
        if line:
            self.said.append(line[:1000])
            self._note(line[:1000])


def _hello(options: RunnerOptions) -> dict[str, Any]:
    return {
        "threads": options.threads,
        "device": options.device,
        "namespaces": options.namespaces,
        "spares": options.spares,
        "unsafe_files": options.unsafe_files,
    }
