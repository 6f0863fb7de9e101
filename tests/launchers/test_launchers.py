"""Runs on other machines, through what already reaches them: a real SSH server, a real Slurm."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys

import pytest

from studytui.runner.events import Finished
from studytui.runner.request import RunnerOptions, RunRequest
from studytui.runner.runner import Runner
from studytui.runner.status import Waiting
from tests.sandbox.processes import alive, descendants, eventually

TRAINING = """
import torch
w = torch.nn.Parameter(torch.tensor(0.))
optimizer = torch.optim.SGD([w], lr=0.1)
for _ in range(50):
    optimizer.zero_grad()
    loss = (w - 3) ** 2
    loss.backward()
    optimizer.step()
print(round(w.item(), 3))
"""
HOLDS = "import os, time\nprint(os.getpid(), flush=True)\ntime.sleep(600)"
EVERY = pytest.mark.parametrize("name", ["ssh", "srun"])


def options(prefix: tuple[str, ...]) -> RunnerOptions:
    return RunnerOptions(launcher=prefix, python=sys.executable, spares=0)


@EVERY
def test_a_training_runs_over_there_and_its_curve_comes_back(launchers, studytui, name):
    done = studytui(launchers(name), TRAINING, "--plot")
    out, said = done.communicate(timeout=120)
    assert (done.returncode, out.splitlines()[0]) == (0, b"3.0"), said
    assert b"loss: converged, 50 steps" in out


@EVERY
def test_what_is_printed_over_there_arrives_byte_for_byte(launchers, studytui, name):
    text = "print('a \\\\ \" $HOME `x` ∂ 梯', end='')"
    out, _ = studytui(launchers(name), text).communicate(timeout=120)
    assert out.decode() == 'a \\ " $HOME `x` ∂ 梯'


@EVERY
async def test_when_the_line_breaks_the_run_ends_with_words_and_nothing_stays_over_there(launchers, name):
    runner = Runner(options(launchers(name)))
    ready = await runner.start()
    run = runner.run(RunRequest(HOLDS))
    events = []
    async for event in run:
        events.append(event)
        if getattr(event, "text", "").strip().isdigit():
            over_there = [ready.pid, *descendants(ready.pid)]
            _break(name)
    finished = events[-1]
    assert isinstance(finished, Finished)
    assert finished.status == "killed"
    assert "has ended" in finished.message
    assert eventually(lambda: not alive(over_there), 120), alive(over_there)
    await runner.close()


@EVERY
async def test_after_a_broken_line_the_next_run_finds_a_new_one(launchers, name):
    runner = Runner(options(launchers(name)))
    await runner.start()
    _break(name)
    events = [event async for event in runner.run(RunRequest("print('again')"))]
    if events[-1].status == "killed":  # the end of the line had not been noticed yet
        events = [event async for event in runner.run(RunRequest("print('again')"))]
    assert "again" in "".join(getattr(event, "text", "") for event in events)
    await runner.close()


def _break(name: str) -> None:
    """Kill our end of every connection of this process, as a lost network would."""
    for pid in descendants(os.getpid()):
        try:
            with open(f"/proc/{pid}/comm") as file:
                ours = file.read().strip() == name
        except OSError:
            continue
        if ours:
            os.kill(pid, signal.SIGKILL)


@pytest.fixture
def busy(launchers, folder):
    """A cluster whose one processor is taken; its prefix, and what lets go of the processor."""
    over = folder / "over"
    until = ["sh", "-c", f"until [ -e {over} ]; do sleep 0.1; done"]
    before = subprocess.Popen([*launchers("srun"), *until], stderr=subprocess.DEVNULL)
    assert eventually(lambda: len(jobs("R")) == 1)
    yield launchers("srun"), over.touch
    over.touch()
    before.wait()
    over.unlink()


def jobs(states: str) -> list[bytes]:
    return subprocess.run(["squeue", "-h", "-t", states], capture_output=True).stdout.splitlines()


async def test_waiting_in_the_queue_is_shown(busy):
    prefix, let_go = busy
    said: list[str] = []
    runner = Runner(options(prefix))
    runner.on_status = lambda status: said.append(status.said) if isinstance(status, Waiting) else None
    starting = asyncio.create_task(runner.start())
    queued = "queued and waiting for resources"
    assert await asyncio.to_thread(eventually, lambda: any(queued in words for words in said)), said
    await asyncio.sleep(1)
    assert not starting.done()
    let_go()
    await starting
    await runner.close()


async def test_whoever_leaves_while_waiting_gives_up_the_place_in_the_queue(busy):
    prefix, _ = busy
    runner = Runner(options(prefix))
    starting = asyncio.create_task(runner.start())
    assert await asyncio.to_thread(eventually, lambda: len(jobs("PD")) == 1)
    await runner.close()
    assert starting.done()
    assert eventually(lambda: not jobs("PD"))


WRONG = {
    "no such program": (["nowhere-ssh"], "is it on PATH?"),
    "no such host": (["ssh", "-oBatchMode=yes", "no-such-host.invalid"], "~/.ssh/config"),
    "nothing listens": (["ssh", "-oBatchMode=yes", "-p1", "127.0.0.1"], "check host and port"),
    "no key": (["KNOWN", "-oIdentitiesOnly=yes", "-oIdentityFile=/dev/null"], "set up a key (ssh-copy-id)"),
    "no such partition": (["srun", "-pnowhere"], "`sinfo` lists the partitions"),
    "no such node": (["srun", "-wnowhere"], "`sinfo -N` lists the nodes"),
}


@pytest.mark.parametrize("kind", WRONG)
def test_a_prefix_that_is_wrong_is_explained(launchers, studytui, kind):
    words, helps = WRONG[kind]
    if words[0] in ("ssh", "KNOWN"):
        good = launchers("ssh")
        rest = [word for word in good[1:] if word not in ("-i",) and not word.endswith("/id")]
        words = ["ssh", *words[1:], *rest] if words[0] == "KNOWN" else words
    elif words[0] == "srun":
        launchers("srun")
    run = studytui(tuple(words), "print(1)")
    out, said = run.communicate(timeout=120)
    assert (run.returncode, out) == (3, b"")
    assert helps in said.decode(), said.decode()
    assert said.count(b"\n") == 1
