"""The learner's side of a run, in forks of a real warm process, as fixtures."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

HERE = Path(__file__).parent
PROGRAMS = HERE / "programs"


class Ran(SimpleNamespace):
    """What one run left: `out`, `err`, `code`, `messages`, and `longest`: bytes of the longest message."""

    def said(self, verb: str) -> list[dict[str, Any]]:
        """The messages with this verb, in order."""
        return [message for message in self.messages if message["verb"] == verb]

    @property
    def series(self) -> dict[str, dict[str, Any]]:
        """Name -> the final message of that series."""
        return {message["name"]: message for message in self.said("series") if message["final"]}

    @property
    def exported(self) -> dict[str, dict[str, Any]]:
        """Expression -> what it came to."""
        return {item["expr"]: item for message in self.said("exported") for item in message["items"]}

    @property
    def variables(self) -> dict[str, dict[str, Any]]:
        """Name -> what is known of that variable."""
        return {item["name"]: item for message in self.said("variables") for item in message["items"]}


@pytest.fixture(scope="session")
def run() -> Iterator[Callable[..., Ran]]:
    """Run code: `run("print(1)", seed=0)`; further arguments are fields of the job."""
    command = [sys.executable, str(HERE / "warm_host.py"), str(HERE.parents[1])]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as host:
        assert host.stdin is not None
        assert host.stdout is not None

        def run_one(code: str, **job: Any) -> Ran:
            assert host.stdin is not None
            assert host.stdout is not None
            print(json.dumps({"code": code, **job}), file=host.stdin, flush=True)
            return Ran(**json.loads(host.stdout.readline()))

        yield run_one
        host.stdin.close()


@pytest.fixture(scope="session")
def program() -> Callable[[str], str]:
    """The text of a program in `programs/`."""
    return lambda name: (PROGRAMS / name).read_text(encoding="utf-8")
