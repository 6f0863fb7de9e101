"""Fixtures that start real supervisors; both the sandbox's tests and the attacks on it use them."""

from __future__ import annotations

import contextlib
import importlib.util
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from tests.sandbox import processes
from tests.sandbox.client import Client
from tests.sandbox.launchers import launcher
from tests.sandbox.modes import STRANGER, WALLED, both, open_mode


@pytest.fixture(scope="session")
def helpers() -> Any:
    """The functions of `processes`, for tests that look at processes from outside."""
    names = ("descendants", "alive", "eventually", "settled", "warm_of", "named", "keeper_of", "root_of")
    return SimpleNamespace(CALLED=processes.CALLED, **{name: getattr(processes, name) for name in names})


@pytest.fixture(scope="session")
def start() -> Iterator[Callable[..., Client]]:
    """Start a client; all are closed at the end."""
    clients: list[Client] = []

    def start_one(
        python: str | None = None, popen: dict[str, Any] | None = None, without: str = "", **options: Any
    ) -> Client:
        python = python or sys.executable
        clients.append(Client(python, options, launcher(without, python), **(popen or {})))
        return clients[-1]

    yield start_one
    for client in clients:
        client.close()


@pytest.fixture(scope="session", params=both(WALLED), ids=lambda mode: mode.name)
def walled(request: Any) -> Client:
    """As the user of the tests and as an unprivileged one, with and without namespaces."""
    return open_mode(request.param, request)


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
