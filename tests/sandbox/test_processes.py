"""Processes of a run: allowed within its limit, all gone when it ends, whoever dies first."""

from __future__ import annotations

import os
import signal

import pytest

DAEMONS = """
import os, signal, time
for number in (1, 2, 15): signal.signal(number, signal.SIG_IGN)
for _ in range(3):
    if os.fork() == 0:
        os.setsid()
        if os.fork() == 0: time.sleep(300)
        os._exit(0)
for _ in range(3): os.wait()
print("on", flush=True)
time.sleep(300)
"""


@pytest.fixture(params=[True, False], ids=["namespaces", "plain"])
def fresh(request, start):
    """One of its own for each test, since part of it will be killed."""
    one = start(namespaces=request.param)
    frame = one.ready("torch")
    if frame["ev"] == "fatal":
        pytest.skip("no namespaces here: " + frame["message"])
    return one


def test_a_daemon_does_not_outlive_its_run(walled, helpers):
    before = helpers.settled(walled)
    result = walled.run(
        "import os, time\nif os.fork() == 0:\n    os.setsid()\n    time.sleep(300)\nprint('bye')"
    )
    assert result.done["status"] == "ok"
    assert result.done["left"] == 0
    assert helpers.settled(walled) == before


def test_data_loader_workers_work(walled):
    code = (
        "import torch\nfrom torch.utils.data import DataLoader, TensorDataset\n"
        "data = TensorDataset(torch.ones(64, 3))\n"
        "print(sum(batch.sum() for (batch,) in DataLoader(data, batch_size=8, num_workers=2)))"
    )
    assert walled.run(code).out == "tensor(192.)\n"


def test_two_runs_at_once_do_not_mix(walled):
    code = "import time\nfor _ in range(5): print({0}, flush=True); time.sleep(0.05)"
    first, second = walled.begin(code.format(1)), walled.begin(code.format(2))
    assert walled.finish(first).out == "1\n" * 5
    assert walled.finish(second).out == "2\n" * 5


def test_nothing_of_one_run_is_seen_by_the_next(walled):
    walled.run("import builtins, torch\nbuiltins.leak = 1\ntorch.leak = 1\nopen('leak', 'w')")
    seen = "hasattr(builtins, 'leak'), hasattr(torch, 'leak'), os.path.exists('leak')"
    code = f"import builtins, os, torch\nprint({seen})"
    assert walled.run(code).out == "False False False\n"


def test_random_numbers_differ_between_runs(walled):
    code = "import torch, random\nprint(torch.rand(1).item(), random.random())"
    assert walled.run(code).out != walled.run(code).out


def everything(helpers, client):
    run = client.begin(helpers.CALLED.format("parent") + DAEMONS, {"timeout": 300})
    client.wait_for(run, "out")
    return run, helpers.descendants(client.process.pid)


def test_when_the_supervisor_is_killed_nothing_is_left(fresh, helpers):
    _, pids = everything(helpers, fresh)
    assert len(pids) >= 6
    fresh.process.kill()
    assert helpers.eventually(lambda: not helpers.alive(pids)), helpers.alive(pids)


def test_when_the_app_is_gone_nothing_is_left_not_even_files(fresh, helpers):
    _, pids = everything(helpers, fresh)
    root = helpers.root_of(pids)
    fresh.process.stdin.close()
    assert fresh.process.wait(60) == 0
    assert helpers.eventually(lambda: not helpers.alive(pids))
    assert not root.exists()


def test_when_the_warm_process_is_killed_runs_go_on_and_a_new_one_comes(fresh, helpers):
    fresh.ready()
    warm = helpers.warm_of(fresh)
    run = fresh.begin("print('on', flush=True)\ninput()\nprint('done')", interactive=True)
    fresh.wait_for(run, "out")
    os.kill(warm, signal.SIGKILL)
    assert helpers.eventually(lambda: not helpers.alive([warm]))
    fresh.send("input", run=run, text="")
    assert fresh.finish(run).out == "done\n"
    assert fresh.ready("torch")["ev"] == "ready"
    assert fresh.run("print('again')").out == "again\n"


def test_when_the_keeper_is_killed_the_run_is_lost_and_nothing_is_left(fresh, helpers):
    run, _ = everything(helpers, fresh)
    keeper = helpers.keeper_of(fresh, helpers.named(fresh, "parent"))
    of_run = [keeper, *helpers.descendants(keeper)]
    os.kill(keeper, signal.SIGKILL)
    done = fresh.finish(run).done
    assert (done["status"], done["reason"]) == ("killed", "lost")
    assert helpers.eventually(lambda: not helpers.alive(of_run)), helpers.alive(of_run)
    assert fresh.run("print('next')").out == "next\n"
