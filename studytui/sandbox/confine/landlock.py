"""Landlock: a file, network and signal wall that needs no privileges.

Source: Linux, Documentation/userspace-api/landlock.rst. The rights a kernel knows follow from its ABI
version; asking for more than it knows is an error, so every request is masked.
"""

from __future__ import annotations

import ctypes
import errno
import os
import stat
import struct
from typing import Iterable, List, NamedTuple

from .kernel import no_new_privileges, syscall

CREATE_RULESET, ADD_RULE, RESTRICT_SELF = 444, 445, 446  # the same numbers on every architecture

EXECUTE, WRITE_FILE, READ_FILE, READ_DIR = 1 << 0, 1 << 1, 1 << 2, 1 << 3
REMOVE_DIR, REMOVE_FILE, MAKE_CHAR, MAKE_DIR = 1 << 4, 1 << 5, 1 << 6, 1 << 7
MAKE_REG, MAKE_SOCK, MAKE_FIFO, MAKE_BLOCK = 1 << 8, 1 << 9, 1 << 10, 1 << 11
MAKE_SYM, REFER, TRUNCATE, IOCTL_DEV, RESOLVE_UNIX = 1 << 12, 1 << 13, 1 << 14, 1 << 15, 1 << 16

READ = READ_FILE | READ_DIR
READ_EXECUTE = READ | EXECUTE
CHANGE = REMOVE_DIR | REMOVE_FILE | MAKE_DIR | MAKE_REG | REFER | TRUNCATE
OWN_FOLDER = READ_EXECUTE | WRITE_FILE | CHANGE
"""Everything but symlinks, pipes, sockets and devices: whoever reads the folder later is not led astray."""
OF_FILES = EXECUTE | WRITE_FILE | READ_FILE | TRUNCATE | IOCTL_DEV | RESOLVE_UNIX
"""The rights that make sense on a path that is not a directory."""

SCOPE_ABSTRACT_UNIX, SCOPE_SIGNAL = 1, 2
_TCP = 3  # bind and connect


class Rule(NamedTuple):
    """Rights granted at and below `path`."""

    path: str
    rights: int


def abi() -> int:
    """The Landlock version of this kernel; 0 when it has none or it is switched off."""
    try:
        return syscall(CREATE_RULESET, None, 0, 1)
    except OSError:
        return 0


def file_rights(version: int) -> int:
    """All file rights that ABI `version` can restrict."""
    rights = (1 << 13) - 1
    for since, right in ((2, REFER), (3, TRUNCATE), (5, IOCTL_DEV), (9, RESOLVE_UNIX)):
        rights |= right if version >= since else 0
    return rights


def restrict(rules: Iterable[Rule], network: bool = True) -> List[str]:
    """Shut this process in, for good: files as `rules` say, no TCP if `network`, no signals to the outside.

    Returns the rules' paths that do not exist here, which were skipped one by one. Raises OSError otherwise.
    """
    version = abi()
    if version < 1:
        raise OSError(errno.ENOSYS, "this kernel has no Landlock")
    handled = file_rights(version)
    ruleset = _ruleset(version, handled, _TCP if network else 0, SCOPE_ABSTRACT_UNIX | SCOPE_SIGNAL)
    try:
        missing = [rule.path for rule in rules if not _add(ruleset, rule, handled)]
        _apply(ruleset)
    finally:
        os.close(ruleset)
    return missing


def signals_stay_inside() -> None:
    """Enter a domain that restricts signals only: `kill` from here reaches nobody outside. ABI 6."""
    if abi() < 6:
        raise OSError(errno.ENOSYS, "this kernel's Landlock has no signal scope")
    ruleset = _ruleset(6, 0, 0, SCOPE_SIGNAL)
    try:
        _apply(ruleset)
    finally:
        os.close(ruleset)


def _ruleset(version: int, files: int, network: int, scope: int) -> int:
    size = 24 if version >= 6 else 16 if version >= 4 else 8
    attributes = struct.pack("QQQ", files, network, scope)[:size]
    return syscall(CREATE_RULESET, ctypes.create_string_buffer(attributes, size), size, 0)


def _add(ruleset: int, rule: Rule, handled: int) -> bool:
    try:
        path = os.open(rule.path, os.O_PATH | os.O_CLOEXEC)
    except OSError:
        return False
    try:
        rights = rule.rights & handled
        if not stat.S_ISDIR(os.fstat(path).st_mode):
            rights &= OF_FILES
        if rights:
            beneath = struct.pack("=Qi", rights, path)
            syscall(ADD_RULE, ruleset, 1, ctypes.create_string_buffer(beneath, len(beneath)), 0)
    finally:
        os.close(path)
    return True


def _apply(ruleset: int) -> None:
    no_new_privileges()
    syscall(RESTRICT_SELF, ruleset, 0)
