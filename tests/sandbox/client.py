"""A small client of the real supervisor: started from the bundle, spoken to over its pipes."""

from __future__ import annotations

import contextlib
import json
import queue
import subprocess
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import studytui.sandbox
from studytui.sandbox import wire
from studytui.sandbox.boot import BOOT

MIB = 1 << 20
LIMITS = {"timeout": 20.0, "memory": 2048 * MIB, "processes": 32, "output": 1 * MIB, "scratch": 64 * MIB}


def bundle() -> bytes:
    """What the app sends first: byte count, newline, {path: source} as JSON."""
    folder = Path(studytui.sandbox.__file__).parent
    sources = {str(path.relative_to(folder)): path.read_text() for path in folder.rglob("*.py")}
    data = json.dumps(sources).encode()
    return b"%d\n" % len(data) + data


class Result:
    """All frames of one run, and what they add up to."""

    def __init__(self) -> None:
        self.frames: list[dict[str, Any]] = []
        self.first_output = 0.0
        """Seconds from the request to the first output."""

    def text(self, stream: str) -> str:
        return "".join(f["text"] for f in self.frames if f["ev"] == "out" and f["stream"] == stream)

    @property
    def out(self) -> str:
        return self.text("stdout")

    @property
    def err(self) -> str:
        return self.text("stderr")

    @property
    def done(self) -> dict[str, Any]:
        return self.frames[-1]

    def all(self, ev: str) -> list[dict[str, Any]]:
        return [frame for frame in self.frames if frame["ev"] == ev]


class Client:
    """`run` and wait, or `begin` and `finish`."""

    home: Path
    """Home folder of the user it runs as."""
    user: tuple[int, int]
    """User and group id."""
    mode: Any
    popen: dict[str, Any]
    """How its process was started: for starting others as the same user."""

    def __init__(
        self, python: str, options: dict[str, Any], launcher: Sequence[str] = (), **popen: Any
    ) -> None:
        self.python = python
        command = [*launcher, python, "-I", "-u", "-c", BOOT]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, **popen)
        self._frames: dict[int | None, queue.Queue[dict[str, Any]]] = {}
        self._lock = threading.Lock()
        self._number = 0
        self._write(bundle() + wire.request(wire.Op.HELLO, options=options))
        self._reading = threading.Event()
        self._reading.set()
        threading.Thread(target=self._read, daemon=True).start()

    def ready(self, stage: str = "full") -> dict[str, Any]:
        """Wait until warm."""
        while True:
            frame = self.queue(None).get(timeout=240)
            if frame["ev"] in ("fatal", "closed"):
                return frame
            if frame["ev"] == "ready" and frame["stage"] == stage:
                return frame

    def queue(self, run: int | None) -> queue.Queue[dict[str, Any]]:
        with self._lock:
            return self._frames.setdefault(run, queue.Queue())

    def send(self, op: str, **fields: Any) -> None:
        self._write(wire.request(op, **fields))

    def begin(self, code: str, limits: dict[str, Any] | None = None, **fields: Any) -> int:
        self._number += 1
        request = {
            "name": "snippet.py",
            "setup": "",
            "device": "cpu",
            "threads": 1,
            "stdin": "",
            "seed": None,
        }
        request.update(exports=[], derivative=None, interactive=False, code=code, run=self._number)
        self.send("run", **{**request, **fields, "limits": {**LIMITS, **(limits or {})}})
        return self._number

    def finish(self, run: int, seconds: float = 120.0) -> Result:
        result, began = Result(), time.perf_counter()
        while not result.frames or result.done["ev"] != "done":
            frame = self.queue(run).get(timeout=seconds)
            if frame["ev"] == "out" and not result.first_output:
                result.first_output = time.perf_counter() - began
            result.frames.append(frame)
        return result

    def run(self, code: str, limits: dict[str, Any] | None = None, **fields: Any) -> Result:
        return self.finish(self.begin(code, limits, **fields))

    def wait_for(self, run: int, ev: str) -> dict[str, Any]:
        """Take frames of a run until one of the kind arrives."""
        while True:
            frame = self.queue(run).get(timeout=60)
            if frame["ev"] == ev:
                return frame

    def close(self) -> None:
        assert self.process.stdin is not None
        with contextlib.suppress(BrokenPipeError):
            self.process.stdin.close()
        self.process.wait(60)

    def pause(self) -> None:
        """Stop reading what the supervisor says, as a stuck app would."""
        self._reading.clear()

    def resume(self) -> None:
        self._reading.set()

    def _write(self, data: bytes) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(data)
        self.process.stdin.flush()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self._reading.wait()
            frame = wire.parse(line) if line.startswith(wire.MARK) else None
            if frame is not None:
                self.queue(frame.get("run")).put(frame)
        for known in list(self._frames):
            self.queue(known).put({"ev": "closed"})
