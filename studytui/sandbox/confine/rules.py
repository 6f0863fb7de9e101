"""Which paths a run may see: the system's programs and libraries, the interpreter's packages, its scratch.

Not the home folder, not /tmp, /run or /var, not /etc as a whole, no terminal.
"""

from __future__ import annotations

import glob
import os
import sys
from typing import Iterable, List

from .landlock import (
    IOCTL_DEV,
    MAKE_REG,
    OWN_FOLDER,
    READ,
    READ_EXECUTE,
    READ_FILE,
    REMOVE_FILE,
    TRUNCATE,
    WRITE_FILE,
    Rule,
)

_PROGRAMS = [
    "/usr",
    "/lib",
    "/lib64",
    "/lib32",
    "/bin",
    "/sbin",
    "/opt",
    "/nix/store",
    "/gnu/store",
    "/run/current-system",
]
_SETTINGS = [
    "ld.so.cache",
    "ld.so.conf",
    "ld.so.conf.d",
    "localtime",
    "timezone",
    "mime.types",
    "nsswitch.conf",
    "passwd",
    "group",
    "hosts",
    "os-release",
    "fonts",
    "ssl/openssl.cnf",
    "magic",
    "alternatives",
    "python3",
    "debian_version",
]
_KERNEL = [
    "/proc",
    "/sys/devices/system",
    "/sys/fs/cgroup",
    "/sys/kernel/mm/transparent_hugepage",
    "/sys/class/net",
    "/sys/devices/virtual/net",
    "/sys/bus/pci",
]
_PCI = "/sys/devices/pci*"  # gloo looks there for the network's speed
_GPU_FACTS = ["/sys/module/nvidia", "/sys/class/drm", "/sys/devices"]
_GPU_DEVICES = ("/dev/nvidia*", "/dev/dri/renderD*", "/dev/kfd", "/dev/dxg")

_SHARED_MEMORY = READ_FILE | WRITE_FILE | REMOVE_FILE | TRUNCATE  # not READ_DIR: others' names
_DEVICE = READ_FILE | WRITE_FILE | IOCTL_DEV


def fixed_rules(home: str, gpu: bool) -> List[Rule]:
    """The rules that are the same for every run. `home` is the user's, never granted itself."""
    rules = [Rule(path, READ_EXECUTE) for path in _PROGRAMS]
    rules += [Rule("/etc/" + name, READ) for name in _SETTINGS]
    rules += [Rule(path, READ) for path in [*_KERNEL, *glob.glob(_PCI)]]
    rules += [Rule("/dev/" + name, READ_FILE) for name in ("zero", "random", "urandom")]
    rules += [Rule("/dev/" + name, READ_FILE | WRITE_FILE) for name in ("null", "full")]
    rules.append(Rule("/dev/shm", _SHARED_MEMORY))  # made by the keeper, who knows then whose it is
    rules += [Rule(path, READ_EXECUTE) for path in interpreter_paths(home)]
    return rules + (_gpu_rules() if gpu else [])


def own_rules(scratch: str, own_world: bool) -> List[Rule]:
    """The rules of one run. To be made after its fork: /proc/self is whoever asks.

    In a world of its own /dev/shm is private, and it may make files there by itself.

    Thread names are written through /proc/self/task; NVIDIA drivers since 570 need that to start.
    """
    rules = [Rule(scratch, OWN_FOLDER), Rule("/proc/self/task", WRITE_FILE)]
    return rules + ([Rule("/dev/shm", MAKE_REG)] if own_world else [])


def interpreter_paths(home: str) -> List[str]:
    """Folders of this interpreter and of what it can import, without any that would open the home folder."""
    candidates = [sys.prefix, sys.base_prefix, sys.exec_prefix, *sys.path]
    return sorted({path for path in map(os.path.realpath, filter(None, candidates)) if _harmless(path, home)})


def _harmless(path: str, home: str) -> bool:
    home = os.path.realpath(home)
    return path != "/" and os.path.exists(path) and not (home + "/").startswith(path + "/")


def _gpu_rules() -> List[Rule]:
    devices: Iterable[str] = (path for pattern in _GPU_DEVICES for path in glob.glob(pattern))
    rules = [Rule(path, _DEVICE | (READ if os.path.isdir(path) else 0)) for path in devices]
    return rules + [Rule(path, READ) for path in _GPU_FACTS]
