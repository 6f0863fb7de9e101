"""A detached run outlives the terminal, comes back whole, is stopped on request, and is never a mystery."""

from __future__ import annotations

import contextlib
import json
import os
import pty
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.conftest import home_of
from tests.sandbox.processes import alive, descendants, eventually

STEPS = 80
TRAINING = f"""
import os
import time
import torch
print("folder", os.getcwd(), flush=True)
w = torch.tensor(3.0, requires_grad=True)
for step in range({STEPS}):
    loss = (w - 1) ** 2
    loss.backward()
    w.data -= 0.02 * w.grad
    w.grad = None
    print("step", step, flush=True)
    while step == 9 and not os.path.exists("go"):
        time.sleep(0.05)
"""
ENDLESS = "import time\nprint('begun', flush=True)\nwhile True:\n    time.sleep(0.05)\n"


def listed(studytui) -> list[dict]:
    """`studytui runs --json`."""
    return [json.loads(line) for line in studytui("runs", "--json").stdout.splitlines()]


@pytest.fixture
def detached(studytui):
    """Start a program; its number. What still runs at the end is stopped."""
    numbers = []

    def start(*words: str) -> str:
        done = studytui("run", "--detach", "--json", *words)
        assert done.returncode == 0, done.stderr
        numbers.append(json.loads(done.stdout)["id"])
        return numbers[-1]

    yield start
    for number in numbers:
        studytui("attach", number, "--stop")


def test_a_training_goes_on_when_its_terminal_is_killed_and_comes_back_whole(
    studytui, program, tmp_path, request
):
    us = f"{sys.executable} -m studytui"
    shell = f"{us} run --detach {program(TRAINING)} && {us} attach"
    pid, terminal = pty.fork()
    if pid == 0:
        os.chdir(tmp_path)
        os.execve("/bin/sh", ["sh", "-c", shell], {**os.environ, **home_of(tmp_path, request)})
    seen = b""
    while b"step 3\r\n" not in seen:
        seen += os.read(terminal, 65536)
    below = descendants(pid)
    for each in [*below, pid]:
        with contextlib.suppress(ProcessLookupError):  # what it had started may end by itself
            os.kill(each, signal.SIGKILL)
    os.close(terminal)
    os.waitpid(pid, 0)
    Path(re.search(rb"folder (\S+)", seen)[1].decode(), "go").touch()  # it has steps left to do

    done = studytui("attach", "--json")
    assert done.returncode == 0
    events = [json.loads(line) for line in done.stdout.splitlines()]
    assert events[-1]["type"] == "finished"
    assert events[-1]["status"] == "ok"
    curve = [event for event in events if event["type"] == "series" and event["name"] == "loss"]
    assert [step for event in curve for step in event["steps"]] == list(range(STEPS))
    assert (curve[-1]["final"], curve[-1]["count"]) == (True, STEPS)
    assert max(map(int, re.findall(rb"step (\d+)", seen))) < STEPS - 1
    text = studytui("attach", "--plot").stdout.decode()
    assert "\n".join(f"step {step}" for step in range(STEPS)) in text
    assert re.search(rf"loss: .*\b{STEPS} steps, 4 →", text)
    (one,) = listed(studytui)
    assert (one["state"], one["curve"], one["steps"]) == ("ok", "loss", STEPS)
    assert f"at step {STEPS}" in studytui("runs").stdout.decode()


def test_control_c_leaves_it_running_and_stop_ends_it_with_all_it_started(
    studytui, started, program, detached
):
    number = detached(program(ENDLESS))
    looking = started("attach", number)
    assert looking.stdout.readline() == b"begun\n"
    looking.send_signal(signal.SIGINT)
    _, said = looking.communicate(timeout=120)
    assert looking.returncode == 0
    assert f"run {number} goes on".encode() in said
    (one,) = listed(studytui)
    assert one["state"] == "running"
    processes = [one["pid"], *descendants(one["pid"])]
    assert len(processes) > 2
    stopped = studytui("attach", number, "--stop")
    assert re.fullmatch(rb"run 1 was stopped after [\d.]+ s\n", stopped.stdout)
    assert eventually(lambda: not alive(processes))
    assert listed(studytui)[0]["state"] == "stopped"
    again = studytui("attach", number)
    assert (again.returncode, again.stdout) == (130, b"begun\n")
    assert b"KeyboardInterrupt" in again.stderr
    assert studytui("attach", number, "--stop").stdout == b"run 1 was over already\n"


def test_a_run_whose_watcher_is_killed_is_lost_and_nothing_of_it_stays(studytui, program, detached):
    number = detached(program(ENDLESS))
    assert eventually(lambda: listed(studytui)[0]["state"] == "running")
    (one,) = listed(studytui)
    below = descendants(one["pid"])
    assert below
    os.kill(one["pid"], signal.SIGKILL)
    assert eventually(lambda: not alive(below))
    text = studytui("runs").stdout.decode()
    assert "lost" in text
    assert "run 1: Lost: the process that kept watch was killed" in text
    done = studytui("attach", number, "--json")
    assert done.returncode == 6
    last = json.loads(done.stdout.splitlines()[-1])
    assert (last["type"], last["status"]) == ("finished", "killed")
    assert last["message"].startswith("Lost:")
    assert studytui("attach", number).stderr.startswith(b"studytui: Lost: ")


def test_it_has_a_session_of_its_own_and_a_shutdown_is_written_down(program, tmp_path, request, studytui):
    """`capture_output` returning shows that what the shell had open is not held either."""
    words = [sys.executable, "-m", "studytui", "run", "--detach", program(ENDLESS)]
    environment = {**os.environ, **home_of(tmp_path, request)}
    done = subprocess.run(words, cwd=tmp_path, env=environment, capture_output=True, timeout=300)
    assert done.stdout.startswith(b"run 1 goes on by itself: studytui attach 1 follows it")
    (one,) = listed(studytui)
    assert os.getsid(one["pid"]) != os.getsid(0)
    assert {os.readlink(f"/proc/{one['pid']}/fd/{n}") for n in (0, 1)} == {os.devnull}
    assert eventually(lambda: listed(studytui)[0]["state"] == "running")
    os.kill(one["pid"], signal.SIGHUP)  # a terminal that goes away is nothing to it
    assert listed(studytui)[0]["state"] == "running"
    os.kill(one["pid"], signal.SIGTERM)  # as at a shutdown: ended, and written down
    assert eventually(lambda: listed(studytui)[0]["state"] == "killed")


def test_a_run_that_can_no_longer_be_written_down_is_ended_and_lost(program, tmp_path, request, studytui):
    words = f"{sys.executable} -m studytui run --detach {program('while True: print(list(range(1000)))')}"
    environment = {**os.environ, **home_of(tmp_path, request)}
    shell = ["sh", "-c", f"ulimit -f 256; {words}"]  # 128 KiB in a file; a full disk is answered like this
    assert subprocess.run(shell, cwd=tmp_path, env=environment, timeout=300).returncode == 0
    assert eventually(lambda: listed(studytui)[0]["state"] == "lost")
    assert b"could not write" in studytui("runs").stdout


def test_a_run_that_waits_for_its_launcher_says_so_and_can_be_stopped(studytui, program, detached):
    before = time.monotonic()
    queue = f"{sys.executable} -uc \"import time; print('job 5 queued'); time.sleep(600)\""
    number = detached("--launcher", queue, program("print(1)"))
    assert time.monotonic() - before < 300, "it does not wait for the launcher"
    assert eventually(lambda: "job 5 queued" in listed(studytui)[0]["message"])
    assert re.search(r"run 1: waiting for python\S* job 5 queued", studytui("runs").stdout.decode())
    assert b"was stopped" in studytui("attach", number, "--stop").stdout
    assert listed(studytui)[0]["state"] == "stopped"


def test_what_cannot_run_is_said_at_once_and_leaves_nothing(studytui, program):
    done = studytui("run", "--detach", program("pass"), "--python", "/nowhere/python")
    assert done.returncode == 3
    assert done.stderr.decode().count("\n") == 1
    assert b"/nowhere/python" in done.stderr
    assert listed(studytui) == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["attach"], "there is no detached run; `studytui run --detach FILE` starts one"),
        (["attach", "77"], "there is no detached run"),
        (["attach", "../.."], "there is no detached run"),
        (["run", "--detach", "nope.py"], "nope.py: no such file or directory"),
        (["run", "--detach", "--plot", "p.py"], "--plot and --export go with `studytui attach`"),
    ],
)
def test_one_line_and_code_2(studytui, words, said):
    done = studytui(*words)
    assert (done.returncode, done.stdout) == (2, b"")
    (line,) = done.stderr.decode().splitlines()
    assert said in line
