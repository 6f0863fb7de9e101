"""System calls with a history of holes. What they would leave is looked for from outside: in the run's
descriptors, in the machine's tables, in the end of the run."""

from __future__ import annotations

import os
import resource
import socket
import time
from pathlib import Path

import pytest

CALLS = {
    "ptrace": (101, 16, 1, 0, 0), "process_vm_readv": (310, 1, 0, 0, 0, 0, 0), "kcmp": (312, 1, 1, 0, 0, 0),
    "pidfd_getfd": (438, 3, 0, 0), "add_key": (248, b"user", b"abuse", b"x", 1, -3),
    "keyctl": (250, 0, -3, 1), "request_key": (249, b"user", b"abuse", 0, -3),
    "bpf": (321, 0, b"\1" * 72, 72),
    "userfaultfd": (323, 1), "perf_event_open": (298, b"\0" * 128, 0, -1, -1, 0),
    "io_uring_setup": (425, 4, b"\0" * 120), "io_uring_register": (427, -1, 0, 0, 0),
    "fanotify_init": (300, 0x200, 0), "inotify_add_watch": (254, 3, b"/tmp", 0xFFF),
    "name_to_handle_at": (303, -100, b"/", b"\0" * 200, b"\0" * 8, 0),
    "open_by_handle_at": (304, 3, b"\0" * 200, 0),
    "kexec_load": (246, 0, 0, 0, 0), "kexec_file_load": (320, 0, 0, 0, b"", 0),
    "init_module": (175, b"x", 1, b""),
    "finit_module": (313, 0, b"", 0), "reboot": (169, 0xFEE1DEAD, 672274793, 0, 0), "swapon": (167, b"x", 0),
    "acct": (163, b"acct"), "settimeofday": (164, b"\0" * 16, 0), "clock_settime": (227, 0, b"\0" * 16),
    "adjtimex": (159, b"\0" * 208), "sethostname": (170, b"abused", 6), "setdomainname": (171, b"abused", 6),
    "iopl": (172, 3), "ioperm": (173, 0, 10, 1), "modify_ldt": (154, 0, b"\0" * 64, 64),
    "quotactl": (179, 0, b"x", 0, 0), "syslog": (103, 5, 0, 0), "shmget": (29, 0x5EED, 4096, 0o1600),
    "semget": (64, 0x5EED, 1, 0o1600), "msgget": (68, 0x5EED, 0o1600),
    "mq_open": (240, b"abuse", 66, 0o600, 0), "memfd_create": (319, b"abuse", 0), "memfd_secret": (447, 0),
    "vhangup": (153,), "lookup_dcookie": (212, 0, b"", 0), "move_pages": (279, 1, 1, 0, 0, 0, 0),
    "seccomp listener": (317, 1, 8, b"\1\0\0\0\0\0\0\0" + b"\0" * 8), "clone3": (435, b"\0" * 88, 88),
}  # fmt: skip
TRY = """
import ctypes
c = ctypes.CDLL(None, use_errno=True)
words = [ctypes.create_string_buffer(one) if isinstance(one, bytes) else ctypes.c_long(one) for one in CALL]
c.syscall.restype = ctypes.c_long
print(c.syscall(*words), ctypes.get_errno())
"""


@pytest.fixture
def machine():
    """What these calls could change, seen from outside."""
    tables = ["/proc/sysvipc/shm", "/proc/sysvipc/sem", "/proc/sysvipc/msg", "/proc/swaps", "/proc/modules"]

    def look():
        texts = [_names(Path(name).read_text()) for name in tables if os.path.exists(name)]
        keys = Path("/proc/keys").read_text() if os.path.exists("/proc/keys") else ""
        return texts, socket.gethostname(), "abuse" in keys, abs(time.time() - time.monotonic() - start) < 1

    start = time.time() - time.monotonic()
    return look


def _names(table):
    """What each line is about; how much it is used changes by itself."""
    return [line.split()[:2] if line.split()[0].isdigit() else line.split()[0] for line in table.splitlines()]


def test_calls_with_a_history_leave_nothing(holding, machine, aimed, record_property):
    record_property("attempts", len(CALLS))
    before = machine()
    code = (
        f"for name, CALL in CALLS.items():\n    try: exec({TRY!r})\n    except BaseException as e: print(e)"
    )
    pid, said = holding(aimed(code, CALLS=CALLS))
    links = [os.readlink(f"/proc/{pid}/fd/{number}") for number in os.listdir(f"/proc/{pid}/fd")]
    assert all(link.startswith("pipe:") for link in links), links
    assert machine() == before
    answers = [line.split()[0] for line in said.splitlines() if line.startswith("-1 ")]
    assert len(answers) == len(CALLS), said


FOREIGN = {
    "int 0x80": (
        "import ctypes, mmap\nm = mmap.mmap(-1, 4096, prot=7)\n"
        "m.write(bytes.fromhex('b867010000 bb02000000 b901000000 ba00000000 cd80 c3'))\n"
        "ctypes.CFUNCTYPE(ctypes.c_int)(ctypes.addressof(ctypes.c_char.from_buffer(m)))()"
    ),
    "x32 socket": "import ctypes\nctypes.CDLL(None).syscall(0x40000000 + 41, 2, 1, 0)",
    "x32 ptrace": "import ctypes\nctypes.CDLL(None).syscall(0x40000000 + 521, 16, 1, 0, 0)",
}  # fmt: skip


@pytest.mark.parametrize("code", FOREIGN.values(), ids=FOREIGN.keys())
def test_another_calling_convention_is_the_end(walled, code):
    result = walled.run(code + "\nprint('came through')")
    assert result.out == ""
    assert result.done["signal"] in (31, 11), "SIGSYS; SIGSEGV where the kernel knows no 32-bit calls"


def test_the_filter_cannot_be_loosened(holding):
    """A second filter that allows everything adds to the first, it does not replace it."""
    code = """
import ctypes, struct, socket
c = ctypes.CDLL(None)
allow = ctypes.create_string_buffer(struct.pack('HBBI', 6, 0, 0, 0x7fff0000))
header = ctypes.create_string_buffer(struct.pack('HxxxxxxP', 1, ctypes.addressof(allow)))
print(c.syscall(317, 1, 0, header), c.prctl(22, 0, 0, 0, 0), c.prctl(38, 0, 0, 0, 0))
try: kept = socket.socket()
except OSError: pass
"""
    pid, _ = holding(code)
    links = [os.readlink(f"/proc/{pid}/fd/{number}") for number in os.listdir(f"/proc/{pid}/fd")]
    assert all(link.startswith("pipe:") for link in links), links
    status = Path(f"/proc/{pid}/status").read_text()
    assert "Seccomp:\t2" in status
    assert "NoNewPrivs:\t1" in status


def test_no_core_of_a_run_is_ever_written(holding):
    """1 byte, not 0: that value alone also keeps the kernel from piping cores to a collector."""
    pid, _ = holding("")
    line = next(one for one in Path(f"/proc/{pid}/limits").read_text().splitlines() if "core" in one)
    allowed = resource.getrlimit(resource.RLIMIT_CORE)[1]
    assert line.split()[4] == ("0" if allowed == 0 else "1")
