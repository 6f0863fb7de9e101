"""Dying in every way there is: each told apart, nothing left, and the next run none the wiser."""

from __future__ import annotations

import pytest

from tests.sandbox.modes import TODAY

pytestmark = TODAY
CRASHES = {
    "null pointer": ("import ctypes\nctypes.string_at(0)", "crashed", -11),
    "abort": ("import os\nos.abort()", "crashed", -6),
    "illegal instruction": ("import os\nos.kill(os.getpid(), 4)", "crashed", -4),
    "bus error": (
        "import mmap, os\nf = open('f', 'w+b')\nf.truncate(4096)\nm = mmap.mmap(f.fileno(), 4096)\n"
        "f.truncate(0)\nm[0]",
        "crashed",
        -7,
    ),
    "kill": ("import os\nos.kill(os.getpid(), 9)", "killed", -9),
    "terminate": ("import os\nos.kill(os.getpid(), 15)", "killed", -15),
    "recursion in C": (
        "import sys, threading\nsys.setrecursionlimit(10**9)\nclass A:\n"
        "    def __getattr__(self, n): return repr(self)\n"
        "    def __repr__(self): return self.x\nrepr(A())",
        "crashed",
        -11,
    ),
    "exit without goodbye": ("import os\nos._exit(3)", "error", 3),
    "closed standard output": ("import sys\nsys.stdout.close()\nraise SystemExit(4)", "error", 4),
    "hostile exit handler": ("import atexit, os\natexit.register(os._exit, 9)", "error", 9),
    "hostile streams": (
        "import sys\nclass S:\n    def write(self, t): raise SystemExit\n"
        "    def flush(self): 1 / 0\nsys.stdout = S()\nsys.exit(5)",
        "error",
        5,
    ),
    "without builtins": ("import builtins\nbuiltins.__dict__.clear()", "error", 1),
    "no faulthandler": (
        "import faulthandler, ctypes\nfaulthandler.disable()\nctypes.string_at(0)",
        "crashed",
        -11,
    ),
    "an exception that cannot be shown": (
        "class E(Exception):\n    def __str__(self): raise E\n    __repr__ = __str__\nraise E",
        "error",
        1,
    ),
}


@pytest.mark.parametrize("name", CRASHES)
def test_each_death_is_told_apart_and_leaves_nothing(walled, name):
    code, status, exit_code = CRASHES[name]
    result = walled.run(code)
    told = (result.done["status"], result.done["exit_code"])
    if walled.mode.without == "old-landlock" and "kill(" in code:
        assert told[0] in (status, "error"), "signals go only to oneself there"
    else:
        assert told == (status, exit_code), result.err
    assert result.done["left"] == 0
    assert walled.run("print('next')").out == "next\n"


STUBBORN = {
    "stops itself": "import os, signal\nos.kill(os.getpid(), signal.SIGSTOP)",
    "ignores everything": (
        "import signal, threading\nfor n in range(1, 65):\n"
        "    try: signal.signal(n, signal.SIG_IGN)\n    except (OSError, ValueError): pass\n"
        "for _ in range(4): threading.Thread(target=sum, args=(range(10**12),)).start()\nsum(range(10**12))"
    ),
    "blocks everything": "import signal\nsignal.pthread_sigmask(signal.SIG_BLOCK, range(1, 65))\n"
    "sum(range(10**12))",
    "catches the interrupt": "while True:\n    try:\n        while True: pass\n"
    "    except BaseException: pass",
    "is not dumpable": "import ctypes\nctypes.CDLL(None).prctl(4, 0, 0, 0, 0)\nwhile True: pass",
    "waits for ever at the end": "import atexit, time\natexit.register(time.sleep, 1000)",
    "a thread that stays": "import threading, time\n"
    "threading.Thread(target=time.sleep, args=(1000,)).start()",
    "a repr that stays": "class S:\n    def __repr__(self):\n        while True: pass\ns = S()\ns",
    "a main thread that left": (
        "import ctypes, threading, time\nthreading.Thread(target=time.sleep, args=(1000,)).start()\n"
        "ctypes.CDLL(None).syscall(60, 0)"
    ),
}


def test_the_stubborn_meet_their_deadline(walled, helpers, record_property):
    """All at once, so that the patience each of them is owed runs side by side."""
    record_property("attempts", len(STUBBORN))
    before = helpers.settled(walled)
    runs = {walled.begin(code, {"timeout": 0.5}): name for name, code in STUBBORN.items()}
    for run, name in runs.items():
        result = walled.finish(run)
        assert result.done["reason"] == "timeout", (name, result.done)
        assert result.done["left"] == 0, name
    assert helpers.settled(walled) <= before
