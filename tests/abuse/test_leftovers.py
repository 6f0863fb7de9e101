"""Outliving the run: whatever it started is gone when its ending is told."""

from __future__ import annotations

import pytest

DAEMONS = {
    "double fork": (
        "import os, time\nif os.fork() == 0:\n    os.setsid()\n"
        "    if os.fork() == 0: time.sleep(300)\n    os._exit(0)\nos.wait()"
    ),
    "ignoring signals": (
        "import os, signal, time\nif os.fork() == 0:\n    os.setsid()\n"
        "    for n in (1, 2, 3, 10, 12, 14, 15): signal.signal(n, signal.SIG_IGN)\n    time.sleep(300)"
    ),
    "stopped": "import os, signal\nif os.fork() == 0: os.kill(os.getpid(), signal.SIGSTOP)",
    "from an exit handler": "import atexit, os, time\natexit.register(lambda: os.fork() or time.sleep(300))",
    "from a thread": (
        "import os, threading, time\ndef leave():\n    if os.fork() == 0: time.sleep(300)\n"
        "threading.Thread(target=leave).start()"
    ),
    "a shell's background": "import os\n"
    "os.system('(setsid sleep 300 &) ; nohup sleep 300 >/dev/null 2>&1 &')",
    "a chain": "import os, time\nfor _ in range(6):\n    if os.fork(): os._exit(0)\n"
    "    os.setsid()\ntime.sleep(300)",
    "a reaper of its own": (
        "import ctypes, os, time\nctypes.CDLL(None).prctl(36, 1, 0, 0, 0)\nif os.fork() == 0:\n"
        "    if os.fork(): os._exit(0)\n"
        "    time.sleep(300)\n"
    ),
    "a worker pool left open": "import multiprocessing as m\np = m.Pool(3)\np.map_async(abs, range(10**7))",
    "not dumpable": (
        "import ctypes, os, time\nif os.fork() == 0:\n    ctypes.CDLL(None).prctl(4, 0, 0, 0, 0)\n"
        "    os.setsid()\n    time.sleep(300)"
    ),
    "traced by nobody, vforked": "import os\nos.posix_spawn('/bin/sleep', ['sleep', '300'], {}, setsid=True)",
    "with a renamed process": (
        "import ctypes, os, time\nif os.fork() == 0:\n"
        "    ctypes.CDLL(None).prctl(15, b'kthreadd) Z 1', 0, 0, 0)\n    time.sleep(300)"
    ),
}


@pytest.mark.parametrize("name", DAEMONS)
def test_no_process_outlives_its_run(forking, helpers, name):
    before = helpers.settled(forking)
    result = forking.run(DAEMONS[name], {"timeout": 3})
    assert result.done["left"] == 0
    assert helpers.settled(forking) <= before


def test_a_run_that_forks_while_it_is_killed_leaves_nothing(forking, helpers):
    before = helpers.settled(forking)
    run = forking.begin(
        "import os\nprint('on', flush=True)\nwhile True:\n    try:\n"
        "        if os.fork() == 0: os._exit(0)\n        os.wait()\n"
        "    except OSError: pass"
    )
    forking.wait_for(run, "out")
    forking.send("kill", run=run)
    assert forking.finish(run).done["left"] == 0
    assert helpers.settled(forking) <= before
