"""A small assembler for the classic BPF programs that seccomp runs on every system call.

Source: Linux, Documentation/userspace-api/seccomp_filter.rst; instruction codes from linux/bpf_common.h.
"""

from __future__ import annotations

import struct
from typing import List, Tuple

_LOAD, _EQUAL, _AT_LEAST, _ANY_BIT, _AND, _RETURN = 0x20, 0x15, 0x35, 0x45, 0x54, 0x06
_NUMBER, _ARCHITECTURE, _ARGUMENTS = 0, 4, 16  # offsets in struct seccomp_data
_LONGEST = 4096

ALLOW, NOTIFY, KILL_PROCESS, ERROR = 0x7FFF0000, 0x7FC00000, 0x80000000, 0x00050000

Code = List[Tuple[int, int, int, int]]


def load_number() -> Code:
    """Accumulator = number of the call."""
    return [(_LOAD, 0, 0, _NUMBER)]


def load_architecture() -> Code:
    """Accumulator = calling convention."""
    return [(_LOAD, 0, 0, _ARCHITECTURE)]


def load_argument(index: int) -> Code:
    """Accumulator = low 32 bits of an argument (little endian): all that int arguments have."""
    return [(_LOAD, 0, 0, _ARGUMENTS + 8 * index)]


def mask(bits: int) -> Code:
    """Accumulator &= bits."""
    return [(_AND, 0, 0, bits)]


def answer(action: int) -> Code:
    """End with `action`; `ERROR | errno` fails the call, `ERROR | 0` pretends that it succeeded."""
    return [(_RETURN, 0, 0, action)]


def when_equal(value: int, then: Code) -> Code:
    """Run `then` if the accumulator equals `value`, else skip it."""
    return [(_EQUAL, 0, _jump(then), value), *then]


def unless_equal(value: int, then: Code) -> Code:
    """Run `then` if the accumulator differs from `value`."""
    return [(_EQUAL, _jump(then), 0, value), *then]


def when_at_least(value: int, then: Code) -> Code:
    """Run `then` if the accumulator is `value` or more, unsigned."""
    return [(_AT_LEAST, 0, _jump(then), value), *then]


def when_any_bit(bits: int, then: Code) -> Code:
    """Run `then` if the accumulator has any of `bits`."""
    return [(_ANY_BIT, 0, _jump(then), bits), *then]


def unless_any_bit(bits: int, then: Code) -> Code:
    """Run `then` if the accumulator has none of `bits`."""
    return [(_ANY_BIT, _jump(then), 0, bits), *then]


def assemble(code: Code) -> bytes:
    """The program as the kernel reads it. Raises ValueError when it is too long."""
    if len(code) >= _LONGEST:
        raise ValueError("a filter of %d instructions is too long" % len(code))
    return b"".join(struct.pack("=HBBI", op, yes, no, value & 0xFFFFFFFF) for op, yes, no, value in code)


def _jump(over: Code) -> int:
    if len(over) > 255:
        raise ValueError("jumps reach 255 instructions, not %d" % len(over))
    return len(over)
