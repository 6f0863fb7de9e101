"""Bombs of processes and threads: held at their limit, ended whole, and nobody else disturbed."""

from __future__ import annotations

import time

import pytest

LIMIT = 12
BOMBS = {
    "classic": "import os\nwhile True:\n    try: os.fork()\n    except OSError: pass",
    "sessions, ignoring signals": (
        "import os, signal\nfor n in (1, 2, 10, 12, 15): signal.signal(n, signal.SIG_IGN)\n"
        "while True:\n    try:\n        if os.fork() == 0: os.setsid()\n    except OSError: pass"
    ),
    "orphans": (
        "import os\nwhile True:\n    try:\n        if os.fork():\n            os._exit(0)\n"
        "        os.setsid()\n"
        "        os.fork()\n    except OSError: pass"
    ),
    "shell": "import os\nos.system(':(){ :|:& };:')\nimport time\ntime.sleep(20)",
    "programs": (
        "import subprocess\nheld = []\nwhile True:\n    try: held.append(subprocess.Popen(['sleep', '30']))\n"
        "    except OSError: pass"
    ),
    "siblings of the run": (
        "import ctypes, os\nwhile True:\n    pid = ctypes.CDLL(None).syscall(56, 0x8000 | 17, 0, 0, 0, 0)\n"
        "    if pid == 0:\n        import time; time.sleep(20); os._exit(0)"
    ),
    "vfork": (
        "import os, _posixsubprocess, subprocess\nwhile True:\n"
        "    try: os.posix_spawn('/bin/sleep', ['sleep', '30'], {})\n    except OSError: pass"
    ),
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_held_at_its_limit_and_ended(forking, helpers, name):
    walled = forking
    before = helpers.settled(walled)
    run = walled.begin(BOMBS[name], {"processes": LIMIT, "timeout": 0.6})
    most, until = 0, time.monotonic() + 0.6
    while time.monotonic() < until:
        most = max(most, len(helpers.descendants(walled.process.pid)))
        time.sleep(0.005)
    result = walled.finish(run)
    ended = result.done["reason"] in ("processes", "timeout") or result.done["status"] == "ok"
    assert ended, (result.done, result.err)
    assert result.done["left"] == 0
    assert most <= before + 4 + 2 * LIMIT, "the spare for the next run, and those not yet counted"
    assert helpers.settled(walled) <= before


def test_no_process_starts_where_none_could_be_counted(walled, helpers):
    if walled.mode.forks:
        pytest.skip("the gate counts them here")
    for name in ("classic", "programs", "siblings of the run", "vfork"):
        before = helpers.settled(walled)
        run = walled.begin(BOMBS[name], {"timeout": 0.3})
        walled.wait_for(run, "started")
        time.sleep(0.2)
        assert len(helpers.descendants(walled.process.pid)) <= before + 2, name
        assert walled.finish(run).done["left"] == 0


def test_a_bomb_does_not_keep_others_from_running(walled, helpers):
    run = walled.begin(BOMBS["sessions, ignoring signals"], {"processes": LIMIT, "timeout": 1.5})
    assert walled.run("print('beside')", {"timeout": 20}).out == "beside\n"
    assert walled.finish(run).done["left"] == 0


def test_threads_are_counted_too(walled, helpers):
    code = (
        "import threading, time\nwhile True:\n"
        "    try: threading.Thread(target=time.sleep, args=(60,), daemon=True).start()\n"
        "    except RuntimeError: time.sleep(0.01)"
    )
    result = walled.run(code, {"timeout": 2})
    assert result.done["reason"] in ("processes", "timeout")
    assert result.done["left"] == 0


def test_threads_behind_a_main_thread_that_left_are_counted(forking):
    """The process looks like a zombie then: its first thread has ended, the others go on."""
    code = """
import ctypes, os, threading, time
threading.stack_size(1 << 16)
for _ in range(3):
    if os.fork() == 0:
        for _ in range(900): threading.Thread(target=time.sleep, args=(90,), daemon=True).start()
        ctypes.CDLL(None).syscall(60, 0)
time.sleep(90)
"""
    root = forking.user[0] == 0
    result = forking.run(code, {"timeout": 60 if root else 6})
    wanted = {"processes"} if root else {"processes", "timeout"}
    assert result.done["reason"] in wanted, "RLIMIT_NPROC holds them too, but not for root"
    assert result.done["left"] == 0
