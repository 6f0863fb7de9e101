"""A small client of the real supervisor: started from the bundle, spoken to over its pipes."""

from __future__ import annotations

import contextlib
import importlib.util
import json
import os
import queue
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

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
    user: tuple[int, int]

    def __init__(self, python: str, options: dict[str, Any], **popen: Any) -> None:
        self.process = subprocess.Popen(
            [python, "-I", "-u", "-c", BOOT], stdin=subprocess.PIPE, stdout=subprocess.PIPE, **popen
        )
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
            frame = self.queue(None).get(timeout=120)
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

    def finish(self, run: int, seconds: float = 60.0) -> Result:
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
            frame = self.queue(run).get(timeout=30)
            if frame["ev"] == ev:
                return frame

    def close(self) -> None:
        assert self.process.stdin is not None
        with contextlib.suppress(BrokenPipeError):
            self.process.stdin.close()
        self.process.wait(20)

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


def descendants(pid: int) -> list[int]:
    """All processes below `pid`, zombies left out."""
    parents: dict[int, int] = {}
    for name in os.listdir("/proc"):
        if name.isdigit():
            try:
                fields = Path(f"/proc/{name}/stat").read_bytes().rpartition(b")")[2].split()
            except OSError:
                continue
            if fields[0] not in (b"Z", b"X"):
                parents[int(name)] = int(fields[1])
    found, waiting = [], [pid]
    while waiting:
        parent = waiting.pop()
        below = [child for child, above in parents.items() if above == parent]
        found += below
        waiting += below
    return found


def alive(pids: list[int]) -> list[int]:
    """Those of `pids` that still run."""
    living = []
    for pid in pids:
        try:
            state = Path(f"/proc/{pid}/stat").read_bytes().rpartition(b")")[2].split()[0]
        except OSError:
            continue
        if state not in (b"Z", b"X"):
            living.append(pid)
    return living


def eventually(condition: Callable[[], bool], seconds: float = 10.0) -> bool:
    """Whether the condition comes true in time."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if condition():
            return True
        time.sleep(0.01)
    return condition()


def settled(client: Client) -> int:
    """How many processes there are once the spare for the next run is prepared and the number keeps still."""
    seen: list[int] = []
    while len(seen) < 15 or len(set(seen[-15:])) > 1:
        seen.append(len(descendants(client.process.pid)))
        time.sleep(0.02)
    return seen[-1]


def warm_of(client: Client) -> int:
    """The warm process: the only child of the supervisor that has keepers, or was started with its line."""
    children = [pid for pid in descendants(client.process.pid) if parent_of(pid) == client.process.pid]
    return next(pid for pid in children if descendants(pid))


def keeper_of(client: Client) -> int:
    """The keeper with the most descendants: the one whose run is busy."""
    warm = warm_of(client)
    keepers = [pid for pid in descendants(warm) if parent_of(pid) == warm]
    return max(keepers, key=lambda pid: len(descendants(pid)))


def parent_of(pid: int) -> int:
    return int(Path(f"/proc/{pid}/stat").read_bytes().rpartition(b")")[2].split()[1])


def root_of(pids: list[int]) -> Path:
    """The private folder of the supervisor, from the command line of its warm process."""
    for pid in pids:
        words = Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")
        for word in words:
            if word.endswith(b"/code"):
                return Path(word.decode()).parent
    raise AssertionError("no warm process")


@pytest.fixture(scope="session")
def helpers() -> Any:
    """The functions above, for tests that look at processes from outside."""
    functions = (descendants, alive, eventually, settled, warm_of, keeper_of, root_of)
    return SimpleNamespace(**{one.__name__: one for one in functions})


@pytest.fixture(scope="session")
def start() -> Iterator[Callable[..., Client]]:
    """Start a client; all are closed at the end."""
    clients: list[Client] = []

    def start_one(
        python: str = sys.executable, popen: dict[str, Any] | None = None, **options: Any
    ) -> Client:
        clients.append(Client(python, options, **(popen or {})))
        return clients[-1]

    yield start_one
    for client in clients:
        client.close()


STRANGER = 12345
"""A user id without account or powers, for seeing that root is not needed."""


@pytest.fixture(scope="session", params=["namespaces", "plain", "stranger", "stranger-plain"])
def walled(request: Any, start: Callable[..., Client], make_home: Any, stranger_python: str) -> Client:
    """As the user of the tests and as an unprivileged one, with and without namespaces."""
    who, options = request.param, {"namespaces": not request.param.endswith("plain")}
    if who.startswith("stranger"):
        home = make_home(STRANGER)
        user = {"user": STRANGER, "group": STRANGER, "extra_groups": [], "cwd": "/"}
        one = start(stranger_python, {**user, "env": {**os.environ, "HOME": str(home)}}, **options)
        one.user = (STRANGER, STRANGER)
    else:
        home = make_home(os.getuid())
        one = start(popen={"env": {**os.environ, "HOME": str(home)}}, **options)
        one.user = (os.getuid(), os.getgid())
    one.home = home
    frame = one.ready()
    if frame["ev"] == "fatal" and options["namespaces"]:
        pytest.skip("no namespaces here: " + frame["message"])
    assert frame["policy"] == "full", frame
    return one


@pytest.fixture(scope="session")
def make_home() -> Iterator[Callable[[int], Path]]:
    """Private home folders, each of the user who is named."""
    with contextlib.ExitStack() as stack:

        def make(user: int) -> Path:
            home = Path(stack.enter_context(tempfile.TemporaryDirectory()))
            os.chown(home, user, -1)
            return home

        yield make


@pytest.fixture(scope="session")
def stranger_python() -> Iterator[str]:
    """An interpreter that user `STRANGER` may start, with the tests' torch; skips where there is none."""
    if os.getuid() != 0:
        pytest.skip("the tests run without privileges already")
    base = f"/usr/bin/python{sys.version_info.major}.{sys.version_info.minor}"
    torch = importlib.util.find_spec("torch")
    if not os.path.exists(base) or torch is None or torch.origin is None:
        pytest.skip(f"no {base} for another user")
    with tempfile.TemporaryDirectory() as folder:
        os.chmod(folder, 0o755)
        subprocess.run([base, "-m", "venv", "--without-pip", folder], check=True)
        packages = next(Path(folder).glob("lib/python*/site-packages"))
        (packages / "tests.pth").write_text(str(Path(torch.origin).parent.parent))
        python = str(Path(folder, "bin", "python"))
        tried = subprocess.run([python, "-c", "import numpy"], user=STRANGER, group=STRANGER, cwd="/")
        if tried.returncode:
            pytest.skip("another user cannot read the packages")
        yield python


@pytest.fixture(scope="session")
def client(start: Callable[..., Client]) -> Client:
    """A supervisor that is fully warm, with every layer this machine offers."""
    one = start()
    frame = one.ready()
    assert frame["ev"] == "ready", frame
    return one
