"""Where the attacks take place: every kind of user and machine, with something worth stealing beside it.

Each attack is judged from outside: by the file, the listener, the victim. Where the same code can be run
safely without the sandbox, it is, and must then succeed: an attack that never works proves nothing.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.sandbox.client import Client, Result
from tests.sandbox.fixtures import helpers, make_home, start, stranger_python
from tests.sandbox.modes import UNGATED, WALLED, both, open_mode

__all__ = ["helpers", "make_home", "start", "stranger_python"]

TREASURE = "-----BEGIN PRIVATE TREASURE-----"
"""What must not come out."""


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything here is an attack; grouped by mode, each of which a worker then starts only once."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.abuse)
            mode = getattr(item, "callspec", None) and item.callspec.params.get("walled")
            item.add_marker(pytest.mark.xdist_group(mode.name if mode else "other"))


@pytest.fixture(scope="session", params=both((*WALLED, *UNGATED)), ids=lambda mode: mode.name)
def walled(request: Any) -> Iterator[Client]:
    """As the tests' user and as a stranger: with and without namespaces, gate, and today's Landlock."""
    one = open_mode(request.param, request)
    yield one
    one.close()


@pytest.fixture
def forking(walled: Client) -> Client:
    """The same, where runs may start processes."""
    if not walled.mode.forks:
        pytest.skip("no process can be started in a run here: no gate counts them")
    return walled


class Loot:
    """A home folder as people have them."""

    def __init__(self, home: Path, user: tuple[int, int]) -> None:
        self.home, self._user = home, user
        self.renew()

    def renew(self) -> None:
        """As it was, whatever has happened to it."""
        home, user = self.home, self._user
        home.chmod(0o700)
        for path in home.iterdir():
            shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink()
        self.key = self._put(".ssh/id_rsa", TREASURE, user)
        self.rc = self._put(".bashrc", "# rc\n", user)
        self.progress = self._put(".local/share/studytui/progress.db", TREASURE, user)
        for folder in sorted(home.rglob("*")):
            if folder.is_dir():
                os.chown(folder, *user)
        self.before = self.state()

    def _put(self, name: str, text: str, user: tuple[int, int]) -> Path:
        path = self.home / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.unlink(missing_ok=True)
        path.write_text(text)
        path.chmod(0o600)
        os.utime(path, (1_600_000_000, 1_600_000_000))
        os.chown(path, *user)
        return path

    def state(self) -> dict[str, Any]:
        """Everything there: content, mode, owner, times, links, attributes."""
        return {str(path): _facts(path) for path in [self.home, *sorted(self.home.rglob("*"))]}

    @property
    def untouched(self) -> bool:
        """Whether nothing was changed, added or removed."""
        return self.state() == self.before


def _facts(path: Path) -> tuple[Any, ...]:
    facts = path.lstat()
    content = path.read_bytes() if path.is_file() else None
    names = tuple(os.listxattr(path, follow_symlinks=False))
    kept = (facts.st_mode, facts.st_uid, facts.st_gid, facts.st_nlink, names)
    return (*kept, content, facts.st_mtime_ns) if path.is_file() else kept


@pytest.fixture
def loot(walled: Client) -> Loot:
    """Fresh for each attack."""
    return Loot(walled.home, walled.user)


EACH = """
for name, code in ATTEMPTS.items():
    try: exec(compile(code, name, "exec"), {**FACTS, "__name__": "__main__"})
    except BaseException as error: print(f"[{name}] {type(error).__name__}: {error}")
    else: print(f"[{name}] came to its end")
"""


@pytest.fixture
def attack(walled: Client, record_property: Any) -> Callable[..., Result]:
    """Make all attempts in one run; `harmed(result)` then looks for damage from outside.

    If there is some, each attempt is made again alone, after `renew`, to name those that did it.
    """

    def make(
        attempts: dict[str, str],
        harmed: Callable[[Result], bool],
        renew: Callable[[], None] = lambda: None,
        **facts: Any,
    ) -> Result:
        record_property("attempts", len(attempts))
        result = walled.run(with_facts(EACH, ATTEMPTS=attempts, FACTS=facts))
        untried = [name for name in attempts if f"[{name}]" not in result.out]
        assert not untried, (untried, result.out, result.err, result.done)
        if harmed(result):
            culprits = []
            for name, code in attempts.items():
                renew()
                if harmed(walled.run(with_facts(EACH, ATTEMPTS={name: code}, FACTS=facts))):
                    culprits.append(name)
            pytest.fail(f"these got through: {culprits or 'all together'}\n{result.out[:3000]}")
        return result

    return make


@pytest.fixture(autouse=True)
def _one_attempt(request: Any, record_property: Any) -> None:
    """A test that makes no list of attempts is one itself."""
    if "attack" not in request.fixturenames and "without_walls" not in request.node.name:
        record_property("attempts", 1)


@pytest.fixture
def openly(walled: Client) -> Callable[..., str]:
    """Run code as the same user without any wall; what it printed. For showing that an attack works."""

    def run(code: str, timeout: float = 60.0) -> str:
        command = [walled.python, "-c", code]
        pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "stdin": subprocess.DEVNULL}
        done = subprocess.run(command, timeout=timeout, **{**walled.popen, "cwd": walled.home}, **pipes)
        return done.stdout.decode(errors="replace")

    return run


class Victim:
    """A harmless process of the very user who is attacked. SIGURG, ignored by default, makes it tell."""

    CODE = (
        "import os, signal, time\n"
        "signal.signal(signal.SIGURG, lambda *_: os.write(1, b'hit\\n'))\n"
        f"treasure = {TREASURE!r}\nos.write(1, b'ready\\n')\n"
        "while True: time.sleep(60)"
    )

    def __init__(self, client: Client) -> None:
        environment = {**client.popen["env"], "TOKEN": TREASURE}
        self.process = subprocess.Popen(
            [client.python, "-c", self.CODE],
            stdout=subprocess.PIPE,
            **{**client.popen, "env": environment},
            start_new_session=True,
        )
        assert self.process.stdout is not None
        assert self.process.stdout.readline() == b"ready\n"
        os.set_blocking(self.process.stdout.fileno(), False)
        self.pid = self.process.pid
        self.before = self.state()

    def state(self) -> dict[str, str]:
        """What others might change about it, from /proc."""
        names = ("oom_score_adj", "comm", "autogroup", "coredump_filter", "limits", "timerslack_ns")
        state = {}
        for name in names:
            with contextlib.suppress(OSError):
                state[name] = Path(f"/proc/{self.pid}/{name}").read_text()
        state["nice"] = str(os.getpriority(os.PRIO_PROCESS, self.pid))
        state["cores"] = str(os.sched_getaffinity(self.pid))
        state["scheduler"] = str(os.sched_getscheduler(self.pid))
        status = Path(f"/proc/{self.pid}/status").read_text()
        state["tracer"] = next(line for line in status.splitlines() if line.startswith("TracerPid"))
        return state

    @property
    def hit(self) -> bool:
        """Whether a signal arrived, or it is dead."""
        assert self.process.stdout is not None
        time.sleep(0.02)
        return self.process.poll() is not None or bool(self.process.stdout.read())

    @property
    def untouched(self) -> bool:
        """Alive, unsignalled, and as it was."""
        return not self.hit and self.state() == self.before

    def end(self) -> None:
        self.process.send_signal(signal.SIGKILL)
        self.process.communicate()


@pytest.fixture
def victim(walled: Client) -> Iterator[Victim]:
    """Alive for one attack."""
    one = Victim(walled)
    yield one
    one.end()


def spoils(result: Result) -> str:
    """All that came out of a run, by whatever way."""
    return json.dumps(result.frames)


@pytest.fixture(scope="session")
def out() -> Callable[[Result], str]:
    """All that came out of a run, as text."""
    return spoils


HOLD = "\nprint('holding', flush=True)\nimport time\ntime.sleep(300)"


@pytest.fixture
def holding(walled: Client, helpers: Any) -> Iterator[Callable[..., tuple[int, str]]]:
    """Run code that then stays: its process id as seen from outside, and what it said."""
    begun: list[int] = []

    def begin(code: str, **more: Any) -> tuple[int, str]:
        begun.append(walled.begin(helpers.CALLED.format("abuser") + code + HOLD, {"timeout": 300}, **more))
        said = ""
        while "holding" not in said:
            frame = walled.queue(begun[-1]).get(timeout=60)
            if frame["ev"] == "done":
                begun.pop()
                pytest.fail(f"it did not hold: {frame} {said}")
            said += frame.get("text", "") if frame["ev"] == "out" else ""
        return helpers.named(walled, "abuser"), said

    yield begin
    for run in begun:
        walled.send("kill", run=run)
        walled.finish(run)


def with_facts(code: str, **facts: Any) -> str:
    """`code` with names bound to values before it."""
    return "".join(f"{name} = {value!r}\n" for name, value in facts.items()) + code


@pytest.fixture(scope="session")
def aimed() -> Callable[..., str]:
    """`with_facts`, for tests."""
    return with_facts


assert sys.platform == "linux", "the layers are Linux's"
