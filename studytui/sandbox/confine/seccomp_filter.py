"""Which system calls a run may make: everything, except a list of what no lesson needs and an attacker would.

A deny-list on top of Landlock, not instead of it: it covers what Landlock does not judge.
"""

from __future__ import annotations

import errno
from typing import List, NamedTuple

from . import bpf
from .bpf import ALLOW, ERROR, KILL_PROCESS, NOTIFY, Code
from .kernel import MACHINE
from .seccomp_numbers import (
    AUDIT_ARCHITECTURE,
    COLUMN,
    JUDGED,
    PRETENDED,
    REFUSED,
    SELF_ONLY,
    SENDING,
    Numbers,
)

FORKS_ASK, FORKS_REFUSED, FORKS_FREE = "ask", "refused", "free"
"""What a new process meets: the keeper's gate, EAGAIN, or nothing."""

_NAMESPACE_FLAGS = 0x7E020000
_THREAD_FLAG, _FILES_FLAG = 0x00010000, 0x00000400
_CREATE = 0x40  # O_CREAT
_SET_DUMPABLE = 4
_X32 = 0x40000000
_UNIX, _INET, _INET6, _NETLINK = 1, 2, 10, 16
_STREAM, _SEQPACKET = 1, 5
_TERMINAL_REQUESTS = (0x5412, 0x541C, 0x541D)  # TIOCSTI, TIOCLINUX, TIOCCONS: type into a terminal
_OWNER_REQUESTS = (0x8901, 0x8902)  # FIOSETOWN, SIOCSPGRP: have signals sent to a stranger
_OWNER_COMMANDS = (8, 10, 15)  # F_SETOWN, F_SETSIG, F_SETOWN_EX
_FILE_COMMANDS = (1024, 1026)  # F_SETLEASE, F_NOTIFY: hold up, or hear of, whoever uses the same file


class Variant(NamedTuple):
    """What differs between the filters of two runs."""

    forks: str = FORKS_ASK
    loopback: bool = False
    """Internet sockets are allowed: only where the network is a private one."""
    memory_files: bool = False
    """memfd_create is allowed: GPU drivers use it. Elsewhere it would be memory no limit sees."""
    shared_asks: bool = False
    """Making a file asks the keeper, who makes those in /dev/shm itself: where that is everybody's."""
    only_signal: int = 0
    """Pid that may be signalled, where Landlock does not keep signals inside; 0 where it does."""


def supported() -> bool:
    """Whether the filter knows this machine's system calls."""
    return MACHINE in COLUMN


def build(variant: Variant) -> bytes:
    """The filter program for this machine."""
    code = _entry()
    code += _sockets(variant) + _requests() + _processes(variant.forks) + _signals(variant.only_signal)
    code += _files() + (_made_files() if variant.shared_asks else [])
    code += [] if variant.memory_files else _call(JUDGED["memfd_create"], _refuse(errno.ENOSYS))
    for numbers, conditions in SELF_ONLY.values():
        code += _call(numbers, _only_when(conditions))
    for numbers in PRETENDED.values():
        code += _call(numbers, _refuse(0))
    for numbers in REFUSED.values():
        code += _call(numbers, _refuse(errno.EPERM))
    return bpf.assemble(code + bpf.answer(ALLOW))


def build_seal() -> bytes:
    """A second filter, for when the run has sent its own last descriptor, the gate's: no more are sent."""
    code = _entry()
    for numbers in SENDING.values():
        code += _call(numbers, _refuse(errno.EPERM))
    return bpf.assemble(code + bpf.answer(ALLOW))


def _entry() -> Code:
    """Another calling convention (int 0x80, x32) would have other numbers: whoever tries it is ended."""
    kill = bpf.answer(KILL_PROCESS)
    code = bpf.load_architecture() + bpf.unless_equal(AUDIT_ARCHITECTURE[MACHINE], kill) + bpf.load_number()
    return code + (bpf.when_at_least(_X32, kill) if MACHINE == "x86_64" else [])


def _call(numbers: Numbers, body: Code) -> Code:
    """`body`, which must end with an answer, for one system call; nothing where this machine lacks it."""
    number = numbers[COLUMN[MACHINE]]
    return [] if number is None else bpf.when_equal(number, body)


def _refuse(error: int) -> Code:
    return bpf.answer(ERROR | error)


def _one_of(values: "tuple[int, ...]", then: Code) -> Code:
    code: Code = []
    for value in values:
        code += bpf.when_equal(value, then)
    return code


def _only_when(conditions: "tuple[tuple[int, int], ...]") -> Code:
    code: Code = []
    for index, value in conditions:
        code += bpf.load_argument(index) + bpf.unless_equal(value, _refuse(errno.EPERM))
    return code + bpf.answer(ALLOW)


def _sockets(variant: Variant) -> Code:
    """No sockets but connected pairs, and of those not the datagram ones, which can be sent to any path."""
    families = (_INET, _INET6, _NETLINK) if variant.loopback else ()
    sockets = bpf.load_argument(0) + _one_of(families, bpf.answer(ALLOW)) + _refuse(errno.EACCES)
    pairs = bpf.load_argument(0) + bpf.unless_equal(_UNIX, _refuse(errno.EACCES))
    pairs += bpf.load_argument(1) + bpf.mask(0xF) + _one_of((_STREAM, _SEQPACKET), bpf.answer(ALLOW))
    return _call(JUDGED["socket"], sockets) + _call(JUDGED["socketpair"], pairs + _refuse(errno.EACCES))


def _requests() -> Code:
    """No typing into terminals, no signals by way of asynchronous I/O, no leases on others' files."""
    refuse = _refuse(errno.EPERM)
    ioctl = bpf.load_argument(1) + _one_of(_TERMINAL_REQUESTS + _OWNER_REQUESTS, refuse)
    fcntl = bpf.load_argument(1) + _one_of(_OWNER_COMMANDS + _FILE_COMMANDS, refuse)
    allow = bpf.answer(ALLOW)
    return _call(JUDGED["ioctl"], ioctl + allow) + _call(JUDGED["fcntl"], fcntl + allow)


def _files() -> Code:
    """Space is taken by writing, which the watchdog can follow; and a run stays readable for the watchdog."""
    prctl = bpf.load_argument(0) + bpf.when_equal(_SET_DUMPABLE, _refuse(0)) + bpf.answer(ALLOW)
    return _call(JUDGED["fallocate"], _refuse(errno.EOPNOTSUPP)) + _call(JUDGED["prctl"], prctl)


def _made_files() -> Code:
    """Calls that may make a file ask."""
    ask, code = bpf.answer(NOTIFY), _call(JUDGED["creat"], bpf.answer(NOTIFY))
    for name, flags in (("open", 1), ("openat", 2)):
        judge = bpf.load_argument(flags) + bpf.when_any_bit(_CREATE, ask) + bpf.answer(ALLOW)
        code += _call(JUDGED[name], judge)
    for name in ("link", "linkat"):
        code += _call(JUDGED[name], ask)
    return code


def _processes(forks: str) -> Code:
    """New threads freely, new processes as `forks` says, new namespaces never.

    Threads share their descriptors: a table of its own would be one the watchdog does not look at.
    """
    verdict = {
        FORKS_ASK: bpf.answer(NOTIFY),
        FORKS_REFUSED: _refuse(errno.EAGAIN),
        FORKS_FREE: bpf.answer(ALLOW),
    }[forks]
    clone = bpf.load_argument(0) + bpf.when_any_bit(_NAMESPACE_FLAGS, _refuse(errno.EPERM))
    clone += bpf.unless_any_bit(_THREAD_FLAG, verdict)
    clone += bpf.unless_any_bit(_FILES_FLAG, _refuse(errno.EPERM)) + bpf.answer(ALLOW)
    code = _call(JUDGED["clone"], clone)
    code += _call(
        JUDGED["clone3"], _refuse(errno.ENOSYS)
    )  # its flags lie in memory; the C library uses clone then
    return code + _call(JUDGED["fork"], verdict) + _call(JUDGED["vfork"], verdict)


def _signals(only: int) -> Code:
    """Where Landlock does not keep signals inside: only to oneself and to one's own process group."""
    if not only:
        return []
    judge = bpf.load_argument(0) + _one_of((only, 0), bpf.answer(ALLOW)) + _refuse(errno.EPERM)
    code: Code = []
    for name in ("kill", "tgkill", "rt_sigqueueinfo", "rt_tgsigqueueinfo"):
        code += _call(JUDGED[name], judge)
    for name in ("tkill", "pidfd_send_signal"):
        code += _call(JUDGED[name], _refuse(errno.EPERM))
    return code


def names() -> List[str]:
    """All calls the filter knows, for tests."""
    return sorted({*REFUSED, *PRETENDED, *SELF_ONLY, *JUDGED, *SENDING})
