"""A world of its own: user, process, network, IPC and mount namespaces, entered without privileges.

The keeper enters all but the mount namespace, since it must go on seeing the host's /proc; its first child
is process 1 of the new world and gives it a private /proc and /dev/shm, a read-only root and a loopback.
"""

from __future__ import annotations

import ctypes
import fcntl
import os
import socket
import struct
from typing import List, Optional

from .kernel import fail, libc, syscall

_NEWNS, _NEWIPC, _NEWUSER, _NEWPID, _NEWNET = 0x20000, 0x08000000, 0x10000000, 0x20000000, 0x40000000
_RDONLY, _NOSUID, _NODEV, _NOEXEC, _BIND, _REC, _PRIVATE = 1, 2, 4, 8, 4096, 16384, 1 << 18
_MOUNT_SETATTR, _AT_FDCWD, _AT_RECURSIVE, _ATTR_RDONLY = 442, -100, 0x8000, 1
_SIOCSIFFLAGS, _UP_LOOPBACK_RUNNING = 0x8914, 0x1 | 0x8 | 0x40


def enter() -> None:
    """Put the children of this single-threaded process into new namespaces, same user. Raises OSError."""
    user, group = os.getuid(), os.getgid()
    _unshare(_NEWUSER | _NEWPID | _NEWNET | _NEWIPC)
    _write("/proc/self/setgroups", "deny")
    _write("/proc/self/uid_map", "%d %d 1" % (user, user))
    _write("/proc/self/gid_map", "%d %d 1" % (group, group))


def furnish(scratch: str, shared_memory: int) -> List[str]:
    """Process 1 of the new namespaces calls this: mounts and loopback. `shared_memory`: bytes of /dev/shm.

    Returns which of the optional comforts exist: "proc" and "read-only". Raises OSError for the others.
    """
    _unshare(_NEWNS)
    _mount(None, "/", None, _REC | _PRIVATE)
    comforts = ["proc"] if _private_proc() else []
    limits = "size=%d,mode=1777" % shared_memory
    _mount("tmpfs", "/dev/shm", "tmpfs", _NOSUID | _NODEV | _NOEXEC, limits)
    _mount(scratch, scratch, None, _BIND)
    writable = [scratch, "/dev/shm"] + (["/proc"] if comforts else [])
    comforts += ["read-only"] if _read_only_but(writable) else []
    _loopback_up()
    return comforts


def _private_proc() -> bool:
    try:
        _mount("proc", "/proc", "proc", _NOSUID | _NODEV | _NOEXEC)
    except OSError:
        return False  # containers that mask parts of /proc forbid a fresh one; Landlock still guards it
    return True


def _read_only_but(writable: List[str]) -> bool:
    """Landlock walls the files as well; this covers what it does not judge, such as modes and times."""
    try:
        _set_read_only("/", True)
        for path in writable:
            _set_read_only(path, False)
    except OSError:
        return False  # kernels before 5.12
    return True


def _set_read_only(path: str, on: bool) -> None:
    attributes = struct.pack("QQQQ", _ATTR_RDONLY if on else 0, 0 if on else _ATTR_RDONLY, 0, 0)
    flags = _AT_RECURSIVE if on else 0
    buffer = ctypes.create_string_buffer(attributes, len(attributes))
    syscall(_MOUNT_SETATTR, _AT_FDCWD, path.encode(), flags, buffer, len(attributes))


def _loopback_up() -> None:
    with socket.socket() as any_socket:
        request = struct.pack("16sH22x", b"lo", _UP_LOOPBACK_RUNNING)
        fcntl.ioctl(any_socket, _SIOCSIFFLAGS, request)


def _unshare(flags: int) -> None:
    if libc.unshare(ctypes.c_int(flags)) != 0:
        raise fail("unshare")


def _mount(source: Optional[str], target: str, kind: Optional[str], flags: int, data: str = "") -> None:
    words = [one.encode() if one else None for one in (source, target, kind)]
    if libc.mount(*words, ctypes.c_ulong(flags), data.encode() or None) != 0:
        raise fail("mount on " + target)


def _write(path: str, text: str) -> None:
    with open(path, "w") as file:
        file.write(text)
