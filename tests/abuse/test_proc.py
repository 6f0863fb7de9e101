"""/proc and /sys: reading and steering other processes and the machine."""

from __future__ import annotations

import os
from pathlib import Path

PRIVATE = ("environ", "mem", "maps", "auxv", "stack", "io", "smaps", "syscall", "pagemap", "root", "cwd")
LOOK = """
import os
for pid in PIDS:
    path = f'/proc/{pid}/NAME'
    for look in (lambda: open(path, 'rb').read(200), lambda: os.listdir(path), lambda: os.readlink(path)):
        try: print('LEAK', pid, 'NAME', look())
        except OSError: pass
"""
LOOKS = {name: LOOK.replace("NAME", name) for name in PRIVATE} | {
    "fd": (
        "import os\nfor pid in PIDS:\n    for n in range(30):\n"
        "        try: print('LEAK', os.readlink(f'/proc/{pid}/fd/{n}'))\n        except OSError: pass\n"
        "        try: print('LEAK', open(f'/proc/{pid}/fd/{n}'))\n        except OSError: pass"
    )
}


def test_private_facts_of_another_process_are_closed(walled, victim, attack, out):
    pids = [victim.pid, os.getpid(), walled.process.pid]
    result = attack(LOOKS, lambda result: "LEAK" in result.out, PIDS=pids)
    assert "TREASURE" not in out(result)


def test_the_same_reads_work_without_walls(walled, victim, aimed, openly):
    assert "TREASURE" in openly(aimed("print(open(f'/proc/{PID}/environ').read())", PID=victim.pid))


STEERED = {
    "oom_score_adj": "1000",
    "comm": "evil",
    "autogroup": "19",
    "coredump_filter": "0xff",
    "timerslack_ns": "999999999",
    "clear_refs": "1",
    "loginuid": "7",
    "uid_map": "0 0 1",
    "attr/current": "evil",
    "mem": "evil",
}


def test_another_process_cannot_be_steered(walled, victim, attack):
    code = "for pid in PIDS:\n    try: open(f'/proc/{pid}/%s', 'w').write('%s')\n    except OSError: pass"
    tries = {name: code % (name, value) for name, value in STEERED.items()}
    of_supervisor = Path(f"/proc/{walled.process.pid}/oom_score_adj")
    before = of_supervisor.read_text()
    harmed = lambda _: not victim.untouched or of_supervisor.read_text() != before  # noqa: E731
    attack(tries, harmed, PIDS=[victim.pid, walled.process.pid])


def test_the_same_steering_works_without_walls(walled, victim, aimed, openly):
    openly(aimed("open(f'/proc/{PID}/oom_score_adj', 'w').write('1000')", PID=victim.pid))
    assert not victim.untouched


MACHINE = [
    "/proc/sys/kernel/core_pattern",
    "/proc/sys/kernel/hostname",
    "/proc/sys/vm/drop_caches",
    "/proc/sys/vm/overcommit_memory",
    "/proc/sysrq-trigger",
    "/dev/kmsg",
    "/dev/mem",
    "/dev/sda",
    "/dev/vda",
    "/dev/fuse",
    "/dev/net/tun",
    "/dev/ptmx",
    "/sys/power/state",
    "/sys/kernel/uevent_helper",
    "/sys/kernel/mm/transparent_hugepage/enabled",
    "/sys/fs/cgroup/cgroup.procs",
]


def test_the_machine_has_no_open_knob(holding, aimed, record_property):
    record_property("attempts", len(MACHINE))
    code = "import os\nfor path in PATHS:\n    try: os.open(path, os.O_WRONLY)\n    except OSError: pass"
    pid, _ = holding(aimed(code, PATHS=MACHINE))
    opened = {os.readlink(f"/proc/{pid}/fd/{number}") for number in os.listdir(f"/proc/{pid}/fd")}
    assert not opened & set(MACHINE)
