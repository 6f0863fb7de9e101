"""Limits, priorities and memory of processes outside."""

from __future__ import annotations

from pathlib import Path

ATTACKS = {
    "descriptors": "import resource\nresource.prlimit(PID, resource.RLIMIT_NOFILE, (3, 3))",
    "memory": "import resource\nresource.prlimit(PID, resource.RLIMIT_AS, (1 << 20, 1 << 20))",
    "raw prlimit": (
        "import ctypes, struct\nctypes.CDLL(None).syscall(302, PID, 7, struct.pack('QQ', 3, 3), 0)"
    ),
    "prlimit program": "import subprocess\nsubprocess.run(['prlimit', '--nofile=3:3', '--pid', str(PID)])",
    "nice": "import os\nos.setpriority(os.PRIO_PROCESS, PID, 19)",
    "nice of the user": "import os\nos.setpriority(os.PRIO_USER, os.getuid(), 19)",
    "nice of the user, 0": "import os\nos.setpriority(os.PRIO_USER, 0, 19)",
    "nice of the group": "import os\nos.setpriority(os.PRIO_PGRP, os.getpgid(PID), 19)",
    "renice": "import subprocess\nsubprocess.run(['renice', '19', '-p', str(PID)])",
    "cores": "import os\nos.sched_setaffinity(PID, {0})",
    "taskset": "import subprocess\nsubprocess.run(['taskset', '-pc', '0', str(PID)])",
    "scheduler": "import os\nos.sched_setscheduler(PID, os.SCHED_IDLE, os.sched_param(0))",
    "sched_setattr": (
        "import ctypes, struct\nattr = struct.pack('IIQiIQQQ', 48, 5, 0, 19, 0, 0, 0, 0)\n"
        "ctypes.CDLL(None).syscall(314, PID, attr, 0)"
    ),
    "input and output": "import ctypes\nctypes.CDLL(None).syscall(251, 1, PID, 3 << 13)",
    "trace": "import ctypes\nc = ctypes.CDLL(None)\nc.ptrace(16, PID, 0, 0)\nc.ptrace(0x4206, PID, 0, 0)",
    "gdb": "import subprocess\nsubprocess.run(['gdb', '-p', str(PID), '-batch'], capture_output=True)",
    "write memory": (
        "import ctypes\nb = ctypes.create_string_buffer(8)\n"
        "io = (ctypes.c_void_p * 2)(ctypes.addressof(b), 8)\n"
        "print(ctypes.CDLL(None).process_vm_writev(PID, io, 1, io, 1, 0))"
    ),
    "madvise": (
        "import ctypes, os\nio = (ctypes.c_void_p * 2)(0, 4096)\n"
        "ctypes.CDLL(None).syscall(440, os.pidfd_open(PID), io, 1, 21, 0)"
    ),
    "move pages": "import ctypes\nctypes.CDLL(None).syscall(256, PID, 64, 0, 0)",
    "core scheduling": "import ctypes\nctypes.CDLL(None).prctl(62, 2, PID, 0, 0)",
    "killed when memory is short": "open(f'/proc/{PID}/oom_score_adj', 'w').write('1000')",
    "descriptor of another": (
        "import ctypes, os\nfd = ctypes.CDLL(None).syscall(438, os.pidfd_open(PID), 1, 0)\n"
        "if fd >= 0: os.write(fd, b'hit')"
    ),
    "reaped": "import ctypes, os\nctypes.CDLL(None).syscall(448, os.pidfd_open(PID), 0)",
}


def test_no_limit_priority_or_memory_of_another_process_changes(victim, attack):
    attack(ATTACKS, lambda _: not victim.untouched, PID=victim.pid)


def test_the_same_works_without_walls(walled, victim, aimed, openly):
    for name in ("descriptors", "nice", "scheduler", "killed when memory is short"):
        openly(aimed(ATTACKS[name], PID=victim.pid))
        assert not victim.untouched, name
        victim.before = victim.state()


def test_the_supervisor_keeps_its_limits(walled, attack):
    """The attack that ended the first prototype."""
    limits = Path(f"/proc/{walled.process.pid}/limits")
    before = limits.read_text()
    tries = {
        name: ATTACKS[name] for name in ("descriptors", "memory", "raw prlimit", "nice", "cores", "trace")
    }
    attack(
        tries,
        lambda _: limits.read_text() != before,
        PID=walled.process.pid,
    )
    assert walled.run("print('next')").out == "next\n"
