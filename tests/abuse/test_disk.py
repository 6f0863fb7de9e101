"""Filling the disk: with names, without names, with emptiness. Each bomb stops by itself at 600 MiB.

Then it keeps what it has for longer than it may run: the watchdog has all the time it may take.
"""

from __future__ import annotations

import os
import tempfile

import pytest

from tests.sandbox.modes import TODAY

pytestmark = TODAY
MIB = 1 << 20
QUOTA, MOST = 64 * MIB, 600 * MIB
BLOCK = "b = bytes(1 << 20)\n"
KEEP = "import time\ntime.sleep(90)\nprint('ALL')"
FILLS = {
    "one file": BLOCK + "f = open('f', 'wb', 0)\nfor _ in range(MOST >> 20): f.write(b)\nprint('ALL')",
    "many files": BLOCK + "for n in range(MOST >> 20): open(str(n), 'wb').write(b)\nprint('ALL')",
    "deep folders": (
        BLOCK + "import os\nfor n in range(MOST >> 20):\n"
        "    os.mkdir('d'); os.chdir('d'); open('f', 'wb').write(b)\nprint('ALL')"
    ),
    "deleted, still open": (
        BLOCK + "import os\nheld = []\nfor n in range(MOST >> 20):\n"
        "    f = open('f', 'wb', 0); os.unlink('f'); f.write(b)\n"
        "    held.append(f)\nprint('ALL')"
    ),
    "never had a name": (
        BLOCK + "import os\nheld = []\nfor n in range(MOST >> 22):\n"
        "    fd = os.open('.', os.O_TMPFILE | os.O_RDWR, 0o600)\n"
        "    for _ in range(4): os.write(fd, b)\n    held.append(fd)\nprint('ALL')"
    ),
    "deleted, only mapped": (
        "import mmap, os\nheld = []\nfor n in range(MOST >> 24):\n"
        "    f = open('f', 'w+b'); f.truncate(1 << 24); os.unlink('f')\n"
        "    m = mmap.mmap(f.fileno(), 1 << 24); m.write(os.urandom(1 << 24)); held.append(m); f.close()\n"
        "print('ALL')"
    ),
    "set aside": (
        "import os\nfor n in range(MOST >> 24):\n    fd = os.open(str(n), os.O_CREAT | os.O_RDWR)\n"
        "    os.posix_fallocate(fd, 0, 1 << 24); os.close(fd)\nprint('ALL')"
    ),
    "empty files": "for n in range(100_000): open(str(n), 'w').close()\nprint('ALL')",
}


@pytest.mark.parametrize("name", FILLS)
def test_the_quota_holds(walled, aimed, helpers, name):
    before = free()
    code = aimed(FILLS[name].replace("print('ALL')", KEEP), MOST=MOST)
    result = walled.run(code, {"scratch": QUOTA, "timeout": 60, "memory": 2 << 30})
    assert "ALL" not in result.out
    assert result.done["reason"] == "disk" or "File too large" in result.err, (result.done, result.err)
    assert helpers.eventually(lambda: before - free() < MOST), "given back"


def free() -> int:
    facts = os.statvfs(tempfile.gettempdir())
    return facts.f_bavail * facts.f_frsize


def test_what_is_hidden_in_a_socket_cannot_grow(walled, aimed):
    """A descriptor in flight is seen by nobody; sending one is refused."""
    code = """
import array, os, socket
a, b = socket.socketpair()
f = os.open('f', os.O_CREAT | os.O_RDWR); os.unlink('f')
try: a.sendmsg([b'x'], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array('i', [f]))]); print('SENT')
except OSError as error: print(error.errno)
"""
    assert walled.run(code).out == "1\n"


def test_a_folder_made_unreadable_is_removed_all_the_same(walled, helpers):
    code = (
        "import os\nprint(os.getcwd(), flush=True)\nos.makedirs('a/b/c')\nopen('a/b/c/f', 'w')\n"
        "os.umask(0o777)\nos.mkdir('a/locked')\nopen('a/locked2', 'w')\n"
    )
    result = walled.run(code)
    folder = result.out.strip()
    assert helpers.eventually(lambda: not os.path.exists(folder)), os.listdir(folder)


def test_a_maze_is_removed_too(walled, helpers):
    code = (
        "import os\nprint(os.getcwd(), flush=True)\nfor n in range(600):\n"
        "    os.mkdir('d' * 200); os.chdir('d' * 200)"
    )
    folder = walled.run(code).out.strip()
    assert helpers.eventually(lambda: not os.path.exists(folder))
