"""Root without its powers: keep the user id, lose every capability, and the way to get any back."""

from __future__ import annotations

import ctypes
import struct

from .kernel import (
    MACHINE,
    PR_CAP_AMBIENT,
    PR_CAP_AMBIENT_CLEAR_ALL,
    PR_CAPBSET_DROP,
    no_new_privileges,
    prctl,
    syscall,
)
from .seccomp_numbers import CAPSET, COLUMN

_VERSION_3 = 0x20080522
_MOST = 64


def drop_all() -> None:
    """Raises OSError when the kernel keeps any. For every uid: a user namespace gives them all."""
    _empty_bounding_set()
    try:
        prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_CLEAR_ALL)
    except OSError:
        pass  # kernels before 4.3 have no ambient set
    number = CAPSET[COLUMN[MACHINE]]
    assert number is not None
    header = ctypes.create_string_buffer(struct.pack("Ii", _VERSION_3, 0), 8)
    syscall(number, header, ctypes.create_string_buffer(24))
    no_new_privileges()


def _empty_bounding_set() -> None:
    """Needs CAP_SETPCAP: without it the set stays, and no_new_privs makes it useless."""
    for capability in range(_MOST):
        try:
            prctl(PR_CAPBSET_DROP, capability)
        except OSError:
            return
