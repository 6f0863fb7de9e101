"""The C library's door to the kernel: raw system calls and prctl, with errors as OSError."""

from __future__ import annotations

import ctypes
import os
import platform
from typing import Union

libc = ctypes.CDLL(None, use_errno=True)
MACHINE = platform.machine()

PR_SET_PDEATHSIG = 1
PR_CAPBSET_DROP = 24
PR_SET_NO_NEW_PRIVS = 38
PR_SET_CHILD_SUBREAPER = 36
PR_CAP_AMBIENT = 47
PR_CAP_AMBIENT_CLEAR_ALL = 4

Argument = Union[int, bytes, ctypes.Array, None]  # type: ignore[type-arg]


def fail(what: str) -> OSError:
    """The error of the C call that has just failed, as an exception to raise."""
    number = ctypes.get_errno()
    return OSError(number, "%s: %s" % (what, os.strerror(number)))


def syscall(number: int, *arguments: Argument) -> int:
    """Call the kernel by number. Integers are passed as C longs, buffers by address. Raises OSError."""
    if not hasattr(libc, "syscall"):
        raise OSError("no raw system calls on this system")
    libc.syscall.restype = ctypes.c_long
    words = [ctypes.c_long(one) if isinstance(one, int) else one for one in arguments]
    result = libc.syscall(ctypes.c_long(number), *words)
    if result < 0:
        raise fail("system call %d" % number)
    return int(result)


def prctl(option: int, argument: int = 0) -> None:
    """`prctl(option, argument, 0, 0, 0)`. Raises OSError."""
    if not hasattr(libc, "prctl"):
        raise OSError("no prctl on this system")
    words = [ctypes.c_ulong(one) for one in (argument, 0, 0, 0)]
    if libc.prctl(ctypes.c_int(option), *words) != 0:
        raise fail("prctl %d" % option)


def no_new_privileges() -> None:
    """From here on no program started, setuid or not, gains anything. Inherited, cannot be undone."""
    prctl(PR_SET_NO_NEW_PRIVS, 1)


def die_with_parent(signal_number: int) -> None:
    """Receive `signal_number` when the thread that forked this process ends."""
    prctl(PR_SET_PDEATHSIG, signal_number)


def adopt_orphans() -> None:
    """Descendants whose parent died become our children, so that none gets out of sight."""
    prctl(PR_SET_CHILD_SUBREAPER, 1)
