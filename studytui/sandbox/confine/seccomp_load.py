"""Put a filter program in force on this process and all it will start."""

from __future__ import annotations

import ctypes
import struct

from .kernel import MACHINE, no_new_privileges, syscall
from .seccomp_numbers import COLUMN, SECCOMP

_SET_MODE_FILTER = 1
_NEW_LISTENER = 8


def load(program: bytes) -> None:
    """Raises OSError when the kernel refuses."""
    _install(program, 0)


def load_with_listener(program: bytes) -> int:
    """As `load`, and return the descriptor where NOTIFY is decided. Raises OSError, EBUSY if there is one."""
    return _install(program, _NEW_LISTENER)


def _install(program: bytes, flags: int) -> int:
    number = SECCOMP[COLUMN[MACHINE]]
    assert number is not None
    code = ctypes.create_string_buffer(program, len(program))
    header = struct.pack("HxxxxxxP", len(program) // 8, ctypes.addressof(code))
    no_new_privileges()
    return syscall(number, _SET_MODE_FILTER, flags, ctypes.create_string_buffer(header, len(header)))
