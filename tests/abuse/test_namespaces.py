"""New namespaces, mounts and roots: the way out of most jails, and to the kernel's rarer code."""

from __future__ import annotations

import os
from pathlib import Path

KINDS = ("user", "mnt", "pid", "net", "ipc", "uts", "cgroup", "time")
ATTACKS = """
import ctypes, os, struct, subprocess
c = ctypes.CDLL(None)
held = ctypes.create_string_buffer(struct.pack('Q', 0x10000000), 88)
for attempt in (
    lambda: c.unshare(0x10000000), lambda: c.unshare(0x20000), lambda: c.unshare(0x7E020000),
    lambda: c.unshare(0x80), lambda: c.syscall(56, 0x10000011, 0, 0, 0, 0), lambda: c.syscall(435, held, 88),
    lambda: c.setns(os.open('/proc/1/ns/net', os.O_RDONLY), 0),
    lambda: c.setns(os.pidfd_open(os.getppid()), 0x20000),
    lambda: c.mount(b'none', b'/tmp', b'tmpfs', 0, 0),
    lambda: c.mount(b'/', os.getcwd().encode(), 0, 4096, 0),
    lambda: c.mount(0, b'/', 0, 32 | 4096, 0), lambda: c.umount2(b'/proc', 2),
    lambda: c.umount2(b'/dev/shm', 2),
    lambda: c.syscall(442, -100, b'/', 0x8000, struct.pack('QQQQ', 0, 1, 0, 0), 32),
    lambda: c.syscall(428, -100, b'/', 1), lambda: c.syscall(430, b'tmpfs', 0),
    lambda: c.syscall(155, b'.', b'.'), lambda: c.chroot(b'.'),
    lambda: subprocess.run(['unshare', '-Ur', 'true'], capture_output=True),
    lambda: subprocess.run(['nsenter', '-t', '1', '-a', 'true'], capture_output=True),
    lambda: open('/proc/self/uid_map', 'w').write('0 0 1'),
    lambda: open('/proc/self/setgroups', 'w').write('allow'),
):
    try: print(attempt())
    except BaseException as error: print(error)
"""


def seen(pid):
    """The namespaces, root and mounts of a process."""
    spaces = [
        os.readlink(f"/proc/{pid}/ns/{kind}") for kind in KINDS if os.path.exists(f"/proc/{pid}/ns/{kind}")
    ]
    facts = (os.readlink(f"/proc/{pid}/root"), Path(f"/proc/{pid}/uid_map").read_text())
    return spaces, Path(f"/proc/{pid}/mounts").read_text().replace(f"/proc/{pid}", ""), facts


def test_a_run_stays_in_its_world(holding, record_property):
    record_property("attempts", ATTACKS.count("lambda"))
    here = seen(os.getpid())
    calm, _ = holding("")
    usual = seen(calm)
    wild, _ = holding(
        ATTACKS.replace("'abuser'", "'other'")
        + "import ctypes\nctypes.CDLL(None).prctl(15, b'wild', 0, 0, 0)"
    )
    assert wild == calm or seen(wild)[2] == usual[2]
    assert seen(os.getpid()) == here


def test_the_mounts_and_namespaces_before_are_those_afterwards(holding, aimed):
    """The same process, before and after: it waits for a line between."""
    code = "print('ready', flush=True)\n" + ATTACKS
    before_host = Path("/proc/mounts").read_text()
    pid, _ = holding(code)
    mounts = Path(f"/proc/{pid}/mounts").read_text()
    assert "none /tmp" not in mounts
    assert Path("/proc/mounts").read_text() == before_host
    assert os.readlink(f"/proc/{pid}/root") == "/"


def test_a_private_world_shows_no_process_of_the_host(walled, victim, aimed):
    if not walled.mode.namespaces:
        pytest_skip()
    code = "import os\nprint([int(n) for n in os.listdir('/proc') if n.isdigit()])"
    pids = eval(walled.run(code).out)
    assert len(pids) <= 3
    result = walled.run(
        aimed("import os\nprint(os.path.exists(f'/proc/{PID}/environ') and PID > 50)", PID=victim.pid)
    )
    assert result.out == "False\n"


def pytest_skip():
    import pytest

    pytest.skip("this mode has no namespaces")
