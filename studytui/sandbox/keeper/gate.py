"""The fork gate: every new process of a run must be allowed here first. A limit that holds for root, too.

Source: Linux, seccomp_unotify(2). Letting a call continue is safe here: only registers were judged.
"""

from __future__ import annotations

import ctypes
import errno
import fcntl
import struct

_RECEIVE, _RECEIVE_SIZE = 0xC0502100, 80  # SECCOMP_IOCTL_NOTIF_RECV, struct seccomp_notif
_SEND = 0xC0182101  # SECCOMP_IOCTL_NOTIF_SEND, struct seccomp_notif_resp
_CONTINUE = 1


class Gate:
    """`listener` is the descriptor that loading the filter returned."""

    def __init__(self, listener: int) -> None:
        self.listener = listener

    def answer(self, allow: bool) -> bool:
        """Take the next question, waiting for one if need be. False: whoever asked is already gone."""
        question = ctypes.create_string_buffer(_RECEIVE_SIZE)
        try:
            fcntl.ioctl(self.listener, _RECEIVE, question, True)
            (asked,) = struct.unpack_from("Q", question.raw)
            error, flags = (0, _CONTINUE) if allow else (-errno.EAGAIN, 0)
            fcntl.ioctl(self.listener, _SEND, struct.pack("QqiI", asked, 0, error, flags))
        except OSError:
            return False
        return True
