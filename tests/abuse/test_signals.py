"""Signals to processes outside, by every call that can send one. SIGURG harms nobody; the victim tells."""

from __future__ import annotations

import os
from pathlib import Path

ATTACKS = {
    "kill": "import os\nos.kill(PID, 23)",
    "kill hard": "import os\nos.kill(PID, 9)",
    "everybody": "import os\nos.kill(-1, 23)",
    "its group": "import os\nos.killpg(PID, 23)",
    "its group, negative": "import os\nos.kill(-PID, 23)",
    "tkill": "import ctypes\nctypes.CDLL(None).syscall(200, PID, 23)",
    "tgkill": "import ctypes\nctypes.CDLL(None).syscall(234, PID, PID, 23)",
    "sigqueue": "import ctypes\nc = ctypes.CDLL(None)\nc.sigqueue(PID, 23, None)",
    "rt_sigqueueinfo": (
        "import ctypes, struct\ninfo = ctypes.create_string_buffer(struct.pack('iiiI', 23, 0, -1, 0), 128)\n"
        "ctypes.CDLL(None).syscall(129, PID, 23, info)\nctypes.CDLL(None).syscall(297, PID, PID, 23, info)"
    ),
    "pidfd": "import os, signal\nsignal.pidfd_send_signal(os.pidfd_open(PID), 23)",
    "owner of a pipe": (
        "import fcntl, os\nr, w = os.pipe()\nfcntl.fcntl(r, 10, 23)\nfcntl.fcntl(r, 8, PID)\n"
        "fcntl.fcntl(r, 4, os.O_ASYNC)\nos.write(w, b'x')"
    ),
    "owner, extended": (
        "import fcntl, os, struct\nr, w = os.pipe()\nfcntl.fcntl(r, 15, struct.pack('ii', 1, PID))\n"
        "fcntl.fcntl(r, 4, os.O_ASYNC)\nos.write(w, b'x')"
    ),
    "owner by request": (
        "import fcntl, os, socket, struct\na, b = socket.socketpair()\n"
        "fcntl.ioctl(a, 0x8901, struct.pack('i', PID))\nfcntl.fcntl(a, 4, os.O_ASYNC)\nb.send(b'x')"
    ),
    "timer of another thread": (
        "import ctypes, struct\nevent = ctypes.create_string_buffer(struct.pack('QiiI', 0, 23, 4, PID), 64)\n"
        "timer = ctypes.c_int()\nc = ctypes.CDLL(None)\n"
        "if c.syscall(222, 1, event, ctypes.byref(timer)) == 0:\n"
        "    c.syscall(223, timer, 0, struct.pack('qqqq', 0, 0, 0, 1), 0)"
    ),
    "kill program": "import subprocess\nsubprocess.run(['kill', '-URG', str(PID)])",
    "shell": "import os\nos.system(f'kill -9 {PID}; kill -URG -1')",
    "from a child": (
        "import os\npid = os.fork()\n"
        "if pid == 0:\n    try: os.setsid(); os.kill(PID, 9)\n    finally: os._exit(0)\nos.waitpid(pid, 0)"
    ),
    "leave the group": "import os\nos.setpgid(0, os.getpgid(PID))\nos.killpg(0, 23)",
}


def test_no_signal_leaves_the_run(walled, victim, attack):
    attack(ATTACKS, lambda _: victim.hit, PID=victim.pid)
    assert victim.untouched


def test_the_signals_arrive_without_walls(victim, aimed, openly, helpers):
    for name in ("kill", "its group", "sigqueue", "pidfd", "owner of a pipe", "kill program"):
        openly(aimed(ATTACKS[name], PID=victim.pid))
        assert helpers.eventually(lambda: victim.hit), name


def test_those_who_keep_the_run_cannot_be_signalled(walled, attack, helpers):
    warm = helpers.warm_of(walled)
    code = "import os\nfor pid in [os.getppid(), *PIDS]:\n    if pid > 1 and pid != os.getpid():\n"
    tries = {
        "kill": code + "        try: os.kill(pid, SIGNAL)\n        except OSError: pass",
        "stop": code + "        try: os.kill(pid, 19)\n        except OSError: pass",
        "group": code + "        try: os.killpg(pid, SIGNAL)\n        except OSError: pass",
    }
    attack(
        tries,
        lambda _: set(helpers.alive([walled.process.pid, warm])) != {walled.process.pid, warm},
        PIDS=[walled.process.pid, warm],
        SIGNAL=9,
    )
    states = [
        Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
        for pid in (walled.process.pid, warm)
    ]
    assert not set(states) & {"T", "t"}
    assert walled.run("print('next')").out == "next\n"


def test_one_run_cannot_end_another(walled, attack, helpers):
    code = "import time\nprint('on', flush=True)\ntime.sleep(300)"
    run = walled.begin(helpers.CALLED.format("other") + code, {"timeout": 300})
    said: set[str] = set()
    while not said >= {"started", "out"}:  # it says no more while it is left alone
        said.add(walled.queue(run).get(timeout=60)["ev"])
    code = (
        "import os\nfor pid in PIDS:\n    if pid != os.getpid():\n        try: os.kill(pid, 9)\n"
        "        except OSError: pass"
    )
    pids = helpers.descendants(helpers.keeper_of(walled, helpers.named(walled, "other")))
    attack({"kill": code}, lambda _: not helpers.alive(pids), PIDS=pids)
    assert walled.queue(run).empty()
    walled.send("kill", run=run)
    assert walled.finish(run).done["reason"] == "killed"
    assert os.getpid()
