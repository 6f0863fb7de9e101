"""A supervisor played by a script: for what the real one does only when things go wrong."""

import sys
import textwrap

import pytest

from studytui.runner.request import RunnerOptions
from studytui.runner.runner import Runner

PRELUDE = """
import json, os, sys, time
def take(n):
    data = b""
    while len(data) < n:
        data += os.read(0, n - len(data)) or sys.exit("closed")
    return data
def line():
    data = b""
    while not data.endswith(b"\\n"):
        data += os.read(0, 1) or sys.exit("closed")
    return data
def hear():
    return json.loads(line())
def say(ev, **fields):
    os.write(1, b"\\x1e" + json.dumps({"ev": ev, **fields}).encode() + b"\\n")
def ready(**fields):
    usual = {"python": "3.11.7", "torch": "2.13.0", "policy": "full", "layers": ["landlock"]}
    say("ready", **{**usual, **fields})
def done(run, status="ok", exit_code=0, **fields):
    usual = {"signal": None, "reason": None, "seconds": 0.5, "max_rss": 1}
    say("done", run=run, status=status, exit_code=exit_code, **{**usual, **fields})
bundle = json.loads(take(int(line())))
hello = hear()
"""


@pytest.fixture
def scripted(tmp_path):
    """Options whose launcher is a script that reads bundle and hello, then does what `scenario` says."""

    def options(scenario: str, **more) -> RunnerOptions:
        script = tmp_path / "supervisor.py"
        script.write_text(PRELUDE + textwrap.dedent(scenario))
        return RunnerOptions(launcher=(sys.executable, "-u", str(script)), **more)

    return options


@pytest.fixture
async def play(scripted):
    """A runner on a scripted supervisor, closed afterwards."""
    runners = []

    def runner(scenario: str, *, patience: float = 60.0, **more) -> Runner:
        runners.append(Runner(scripted(scenario, **more), patience=patience))
        return runners[-1]

    yield runner
    for each in runners:
        await each.close()
