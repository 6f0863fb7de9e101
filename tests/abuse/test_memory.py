"""Memory taken in every way there is. Each bomb is itself bounded, to what the machine can spare."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.sandbox.modes import TODAY

pytestmark = TODAY
GIB, MIB = 1 << 30, 1 << 20
MOST = 3 * GIB
"""What a bomb stops at by itself, should nobody stop it."""

ALONE = {
    "numpy": "import numpy as np\nheld = [np.ones(4_000_000) for _ in range(MOST // 32_000_000)]\n"
    "print('ALL')",
    "torch": "import torch\nheld = [torch.ones(8_000_000) for _ in range(MOST // 32_000_000)]\nprint('ALL')",
    "bytes": "held = [bytes(b'x' * (1 << 24)) for _ in range(MOST >> 24)]\nprint('ALL')",
    "shared pages": (
        "import mmap\nheld = []\nfor _ in range(MOST >> 26):\n    m = mmap.mmap(-1, 1 << 26)\n"
        "    m.write(b'x' * (1 << 26)); held.append(m)\nprint('ALL')"
    ),
    "stacks of threads": (
        "import ctypes, threading\nthreading.stack_size(1 << 28)\nheld = []\ndef grow():\n"
        "    b = ctypes.create_string_buffer(1 << 28); held.append(b); ctypes.memset(b, 1, 1 << 28)\n"
        "for _ in range(MOST >> 28):\n    t = threading.Thread(target=grow); t.start(); t.join()\n"
        "if len(held) < MOST >> 28: raise MemoryError\nprint('ALL')"
    ),
    "mapped scratch file": (
        "import mmap\nf = open('f', 'w+b'); f.truncate(MOST)\nm = mmap.mmap(f.fileno(), MOST)\n"
        "for at in range(0, MOST, 1 << 24): m[at:at + (1 << 24)] = b'x' * (1 << 24)\nprint('ALL')"
    ),
}
TOGETHER = {
    "forks": (
        "import os, time\nimport numpy as np\nfor _ in range(8):\n    if os.fork() == 0:\n"
        "        held = [np.ones(1_000_000) for _ in range(MOST // 8 // 8_000_000)]; time.sleep(90)\n"
        "time.sleep(90)"
    ),
    "forks whose main thread left": (
        "import ctypes, os, threading, time\nimport numpy as np\ndef grow():\n    time.sleep(0.1)\n"
        "    held = [np.ones(1_000_000) for _ in range(MOST // 6 // 8_000_000)]; time.sleep(90)\n"
        "for _ in range(6):\n    if os.fork() == 0:\n        threading.Thread(target=grow).start()\n"
        "        ctypes.CDLL(None).syscall(60, 0)\ntime.sleep(90)"
    ),
    "forks that are not dumpable": (
        "import ctypes, os, time\nimport numpy as np\nctypes.CDLL(None).prctl(4, 0, 0, 0, 0)\n"
        "for _ in range(8):\n"
        "    if os.fork() == 0:\n        held = [np.ones(1_000_000) for _ in range(MOST // 8 // 8_000_000)]\n"
        "        time.sleep(90); os._exit(0)\ntime.sleep(90)"
    ),
}


@pytest.mark.parametrize("name", ALONE)
def test_one_process_cannot_take_more_than_its_share(walled, aimed, name):
    result = walled.run(aimed(ALONE[name], MOST=MOST), {"memory": GIB, "scratch": GIB, "timeout": 15})
    assert "ALL" not in result.out
    assert result.done["status"] in ("memory", "killed", "error"), result.done
    assert result.done["max_rss"] < 1.6 * GIB


@pytest.mark.parametrize("name", TOGETHER)
def test_nor_can_several_together(forking, aimed, name):
    result = forking.run(aimed(TOGETHER[name], MOST=MOST), {"memory": GIB, "timeout": 60})
    assert result.done["reason"] == "memory", result.done
    assert result.done["left"] == 0


SHARED = """
import os, time
written, held = 0, []
for n in range(MOST // SIZE):
    fd = os.open(f'/dev/shm/abuse-{TAG}-{n}', os.O_CREAT | os.O_RDWR, 0o600)
    AFTER
    for _ in range(SIZE >> 22): written += os.write(fd, b'x' * (1 << 22))
    CLOSE
time.sleep(90)  # whoever has it keeps it: the watchdog has all the time it may take
print('ALL', written >> 20, flush=True)
"""
FILES_IN_MEMORY = {
    "kept": ("", "os.close(fd)"),
    "unlinked": ("os.unlink(f'/dev/shm/abuse-{TAG}-{n}')", "held.append(fd)"),
    "unlinked and mapped": (
        "os.unlink(f'/dev/shm/abuse-{TAG}-{n}')",
        "import mmap; held.append(mmap.mmap(fd, 0)); os.close(fd)",
    ),
}


def left(tag: str) -> list[str]:
    """Names in the host's /dev/shm."""
    return [name for name in os.listdir("/dev/shm") if tag in name]


@pytest.mark.parametrize("name", FILES_IN_MEMORY)
def test_files_in_memory_count_as_memory(walled, aimed, name):
    after, close = FILES_IN_MEMORY[name]
    code = SHARED.replace("AFTER", after).replace("CLOSE", close)
    facts = {"MOST": 2 * GIB, "SIZE": 32 * MIB, "TAG": f"{walled.mode.name}-{os.getpid()}"}
    result = walled.run(aimed(code, **facts), {"memory": GIB, "scratch": GIB, "timeout": 60})
    assert "ALL" not in result.out
    assert result.done["status"] in ("memory", "error"), result.done
    assert not left(f"abuse-{facts['TAG']}-")


NAMED = {
    "file": "open('/dev/shm/TAG-left', 'w').write('x' * 5000)",
    "semaphore": (
        "import ctypes\nc = ctypes.CDLL(None)\nc.sem_open.restype = ctypes.c_void_p\n"
        "print(c.sem_open(b'/TAG-left', 0o100, 0o600, 1))"
    ),
    "linked": "import os\nopen('/dev/shm/TAG-a', 'w')\nos.link('/dev/shm/TAG-a', '/dev/shm/TAG-left')",
    "moved": "import os\nopen('/dev/shm/TAG-a', 'w')\nos.rename('/dev/shm/TAG-a', '/dev/shm/TAG-left')",
    "made by another name": (
        "import os, stat\n"
        "for path in ('/dev/../dev/shm/TAG-l', '/proc/self/root/dev/shm/TAG-l', '//dev//shm//TAG-l'):\n"
        "    try: open(path, 'w')\n    except OSError: pass\n"
        "try: os.mknod('/dev/shm/TAG-n', stat.S_IFREG | 0o600)\nexcept OSError: pass\n"
        "try: os.chdir('/dev/shm'); open('TAG-r', 'w')\nexcept OSError: pass"
    ),
    "a race for the name": (
        "import ctypes, os, threading\npath = ctypes.create_string_buffer(b'/dev/shm/TAG-x', 64)\n"
        "def flip():\n"
        "    for n in range(20000): path.raw = (b'/dev/shm/TAG-%d' % (n % 9)).ljust(64, b'\\0')\n"
        "t = threading.Thread(target=flip); t.start()\nc = ctypes.CDLL(None)\n"
        "while t.is_alive(): os.close(c.open(path, os.O_CREAT | os.O_RDWR, 0o600))"
    ),
}


@pytest.mark.parametrize("kind", NAMED)
def test_nothing_stays_in_shared_memory(walled, kind):
    tag = f"abuse-name-{walled.mode.name}-{os.getpid()}"
    walled.run(NAMED[kind].replace("TAG", tag), {"timeout": 60})
    assert not left(tag)


def test_segments_of_others_stay(walled, aimed):
    """What is not provably the run's is never removed, even when the run has opened it."""
    mine = Path("/dev/shm") / f"abuse-others-{os.getpid()}"
    mine.write_text("mine")
    os.chown(mine, *walled.user)
    try:
        code = (
            "try: fd = open(PATH, 'r+'); fd.write('yours')\n"
            "except OSError as error: print(error)\nimport time\ntime.sleep(0.1)"
        )
        walled.run(aimed(code, PATH=str(mine)))
        assert mine.exists()
    finally:
        mine.unlink(missing_ok=True)


def test_queues_of_sockets_are_memory_too(forking, aimed):
    """A socket pair holds what was sent and not received: kernel memory that no limit of a process counts."""
    code = """
import os, socket, time
for _ in range(6):
    if os.fork() == 0:
        held = []
        for _ in range(480):
            pair = socket.socketpair()
            for end in pair:
                end.setblocking(False)
                try:
                    while True: end.send(b'x' * 65536)
                except OSError: pass
            held.append(pair)
        time.sleep(90); os._exit(0)
time.sleep(90)
"""
    result = forking.run(code, {"memory": GIB // 2, "timeout": 60})
    assert result.done["reason"] == "memory", result.done
