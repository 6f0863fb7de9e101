"""Where a run asks before it may: for a new process, and for a file in shared memory. Holds for root, too.

Source: Linux, seccomp_unotify(2). Letting a call continue is safe where only registers were judged, or where
Landlock judges the rest; what memory says may change meanwhile, so it is never the ground for a permission.
"""

from __future__ import annotations

import ctypes
import fcntl
import os
import struct
from typing import NamedTuple, Optional, Tuple

_RECEIVE, _RECEIVE_SIZE = 0xC0502100, 80  # SECCOMP_IOCTL_NOTIF_RECV, struct seccomp_notif
_SEND = 0xC0182101  # SECCOMP_IOCTL_NOTIF_SEND, struct seccomp_notif_resp
_STILL_THERE = 0x40082102  # SECCOMP_IOCTL_NOTIF_ID_VALID, u64
_GIVE = 0x40182103  # SECCOMP_IOCTL_NOTIF_ADDFD, struct seccomp_notif_addfd
_CONTINUE = 1
_LONGEST_TEXT = 4096


class Question(NamedTuple):
    """A system call that waits for an answer."""

    id: int
    thread: int
    number: int
    arguments: Tuple[int, ...]


class Gate:
    """`listener` is the descriptor that loading the filter returned."""

    def __init__(self, listener: int) -> None:
        self.listener = listener

    def next(self) -> Optional[Question]:
        """The next question, waiting for one if need be. None: whoever asked is already gone."""
        packed = ctypes.create_string_buffer(_RECEIVE_SIZE)
        try:
            fcntl.ioctl(self.listener, _RECEIVE, packed, True)
        except OSError:
            return None
        asked, thread, _, number, _, _, *arguments = struct.unpack("QIIiIQ6Q", packed.raw)
        return Question(asked, thread, number, tuple(arguments))

    def allow(self, question: Question) -> None:
        """Let the call go on."""
        self._send(question, 0, 0, _CONTINUE)

    def refuse(self, question: Question, error: int) -> None:
        """Let the call fail with this errno."""
        self._send(question, 0, -error, 0)

    def succeed(self, question: Question) -> None:
        """The call was made here on the run's behalf: it returns 0."""
        self._send(question, 0, 0, 0)

    def give(self, question: Question, descriptor: int) -> bool:
        """The call returns a copy of our descriptor. False: whoever asked is gone."""
        packed = bytearray(struct.pack("QIIII", question.id, 0, descriptor, 0, os.O_CLOEXEC))
        try:
            theirs = fcntl.ioctl(self.listener, _GIVE, packed, True)
        except OSError:
            return False
        return self._send(question, theirs, 0, 0)

    def text(self, question: Question, argument: int) -> bytes:
        """The C string an argument points to; empty when it cannot be read."""
        try:
            with open("/proc/%d/mem" % question.thread, "rb", 0) as memory:
                fcntl.ioctl(self.listener, _STILL_THERE, struct.pack("Q", question.id))
                return _read_text(memory.fileno(), question.arguments[argument])
        except (OSError, OverflowError):
            return b""

    def _send(self, question: Question, value: int, error: int, flags: int) -> bool:
        try:
            fcntl.ioctl(self.listener, _SEND, struct.pack("QqiI", question.id, value, error, flags))
        except OSError:
            return False
        return True


def _read_text(memory: int, address: int) -> bytes:
    """Up to the zero byte; the page after it need not exist."""
    data = os.pread(memory, 4096 - address % 4096, address)
    if b"\0" not in data:
        data += os.pread(memory, _LONGEST_TEXT, address + len(data))
    return data.partition(b"\0")[0][:_LONGEST_TEXT]
