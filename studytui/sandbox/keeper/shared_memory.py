"""A run's files in /dev/shm: made here on its behalf, so that they can be counted, and removed at its end.

Locks of multiprocessing and shared tensors need them. The host's /dev/shm is everybody's; Landlock lets a run
make nothing there, and what is on this list is provably the run's.
"""

from __future__ import annotations

import errno
import os
from typing import Dict, NamedTuple

from ..confine.kernel import MACHINE
from ..confine.seccomp_numbers import COLUMN, JUDGED
from .gate import Gate, Question

FOLDER = "/dev/shm"
_MOST = 4096
_KEPT_FLAGS = os.O_ACCMODE | os.O_APPEND
_MADE = os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC
_HERE = -100 & 0xFFFFFFFF  # AT_FDCWD


class _Call(NamedTuple):
    """Which arguments of a call are the path and the flags; -1: it has none."""

    path: int
    flags: int


_OPENS = {"open": _Call(0, 1), "openat": _Call(1, 2), "creat": _Call(0, -1)}
_LINKS = {"link": (0, 1), "linkat": (1, 3)}


class SharedMemory:
    """The files of one run. `answer` every question about files that the filter asks."""

    def __init__(self) -> None:
        self._made: Dict[str, int] = {}
        """Path and inode."""

    def answer(self, gate: Gate, question: Question) -> None:
        """Make or link a file in /dev/shm; everything else goes on, and Landlock judges it."""
        name = _NAMES.get(question.number, "")
        try:
            if name in _OPENS:
                self._open(gate, question, _OPENS[name])
            else:
                self._link(gate, question, *_LINKS[name])
        except OSError as error:
            gate.refuse(question, error.errno or errno.EACCES)

    def bytes(self) -> int:
        """Memory in the files that still have their names."""
        return sum(facts.st_blocks * 512 for facts in self._present().values())

    def remove(self) -> None:
        """Remove what is left; a name that has become somebody else's file meanwhile stays."""
        for path in self._present():
            os.unlink(path)
        self._made.clear()

    def _open(self, gate: Gate, question: Question, call: _Call) -> None:
        path = _in_folder(gate.text(question, call.path))
        flags = question.arguments[call.flags] if call.flags >= 0 else os.O_WRONLY | os.O_TRUNC
        if not path or (os.path.lexists(path) and not flags & os.O_EXCL):
            gate.allow(question)
            return
        self._make_room()
        descriptor = os.open(path, flags & _KEPT_FLAGS | _MADE, 0o600)
        self._made[path] = os.fstat(descriptor).st_ino
        given = gate.give(question, descriptor)
        os.close(descriptor)
        if not given:
            os.unlink(self._forget(path))
            gate.refuse(question, errno.EACCES)

    def _link(self, gate: Gate, question: Question, old: int, new: int) -> None:
        """The C library makes a semaphore under another name first."""
        source, target = (_in_folder(gate.text(question, one)) for one in (old, new))
        if not target:
            gate.allow(question)
            return
        if source not in self._present():
            raise OSError(errno.EXDEV, "not a file of this run")
        self._make_room()
        os.link(source, target, follow_symlinks=False)
        self._made[target] = self._made[source]
        gate.succeed(question)

    def _make_room(self) -> None:
        if len(self._made) >= _MOST:
            self._made = {path: facts.st_ino for path, facts in self._present().items()}
        if len(self._made) >= _MOST:
            raise OSError(errno.ENOSPC, "too many files in shared memory")

    def _forget(self, path: str) -> str:
        del self._made[path]
        return path

    def _present(self) -> "Dict[str, os.stat_result]":
        found = {}
        for path, inode in self._made.items():
            try:
                facts = os.lstat(path)
            except OSError:
                continue  # unlinked by the run, as it should be
            if facts.st_ino == inode:
                found[path] = facts
        return found


def _in_folder(path: bytes) -> str:
    """The path, if it names an entry of /dev/shm in the only way the C library does; else ""."""
    folder, _, name = os.fsdecode(path).rpartition("/")
    plain = folder.rstrip("/") == FOLDER and name not in ("", ".", "..")
    return FOLDER + "/" + name if plain else ""


def _numbers() -> Dict[int, str]:
    known = {}
    for name in (*_OPENS, *_LINKS):
        number = JUDGED[name][COLUMN[MACHINE]] if MACHINE in COLUMN else None
        if number is not None:
            known[number] = name
    return known


_NAMES = _numbers()
FILE_CALLS = frozenset(_NAMES)
"""Numbers of the calls that are about files."""
