"""Reading what is the user's: keys, progress, the environment."""

from __future__ import annotations

from pathlib import Path

from tests.sandbox.modes import SECRET

READS = {
    "open": "print(open(KEY).read())",
    "os.open": "import os\nprint(os.read(os.open(KEY, os.O_RDONLY), 100))",
    "root of /proc/self": "print(open('/proc/self/root' + KEY).read())",
    "dot dot": "import os\nprint(open('../' * 40 + KEY).read())",
    "folder descriptor": (
        "import os\nroot = os.open('/', os.O_PATH)\nprint(os.read(os.open(KEY[1:], 0, dir_fd=root), 100))"
    ),
    "path descriptor": "import os\nfd = os.open(KEY, os.O_PATH)\nprint(open(f'/proc/self/fd/{fd}').read())",
    "change folder": "import os\nos.chdir(os.path.dirname(KEY))\nprint(open('id_rsa').read())",
    "symbolic link": "import os\nos.symlink(KEY, 'l')\nprint(open('l').read())",
    "hard link": "import os\nos.link(KEY, 'l')\nprint(open('l').read())",
    "move here": "import os\nos.rename(KEY, 'k')\nprint(open('k').read())",
    "C library": (
        "import ctypes\nc = ctypes.CDLL(None)\nc.fopen.restype = ctypes.c_void_p\n"
        "file, held = c.fopen(KEY.encode(), b'r'), ctypes.create_string_buffer(100)\n"
        "if file: c.fgets(held, 99, ctypes.c_void_p(file)); print(held.value)"
    ),
    "openat2": (
        "import ctypes, os\nhow = ctypes.create_string_buffer(24)\n"
        "fd = ctypes.CDLL(None).syscall(437, -100, KEY.encode(), how, 24)\nprint(os.read(fd, 100))"
    ),
    "mapped": "import numpy\nprint(bytes(numpy.memmap(KEY, mode='r')))",
    "torch.from_file": "import torch\n"
    "print(bytes(torch.from_file(KEY, size=30, dtype=torch.uint8).tolist()))",
    "cat": "import subprocess\nprint(subprocess.run(['cat', KEY], capture_output=True).stdout)",
    "run it": "exec(compile(open(KEY).read(), KEY, 'exec'))",
    "imported": "import sys, os\nsys.path.insert(0, os.path.dirname(KEY))\nprint(open(KEY).read())",
    "sqlite": "import sqlite3\nprint(open(DB, 'rb').read(), sqlite3.connect(DB).execute('select 1'))",
}


def test_private_files_cannot_be_read(walled, loot, attack, out):
    attack(READS, lambda result: "TREASURE" in out(result), KEY=str(loot.key), DB=str(loot.progress))
    assert loot.untouched


def test_the_same_reads_work_without_walls(walled, loot, aimed, openly):
    plain = ("open", "root of /proc/self", "folder descriptor", "path descriptor", "C library", "openat2")
    for name in (*plain, "cat", "symbolic link", "change folder"):
        assert "TREASURE" in openly(aimed(READS[name], KEY=str(loot.key))), name


LISTINGS = {
    "listdir": "import os\nprint(os.listdir(HOME), os.listdir(HOME + '/.ssh'))",
    "scandir": "import os\nprint([entry.name for entry in os.scandir(HOME + '/.local/share')])",
    "glob": "import glob\nprint(glob.glob(HOME + '/.*'), glob.glob(HOME + '/**/*', recursive=True))",
    "walk": "import os\nprint(list(os.walk(HOME)))",
    "find": "import subprocess\nprint(subprocess.run(['find', HOME], capture_output=True).stdout)",
    "change folder": "import os\nos.chdir(HOME)\nprint(os.listdir('.'))",
    "descriptor": "import os\nprint(os.listdir(os.open(HOME, os.O_PATH)))",
}
NAMES = ("id_rsa", ".bashrc", "progress.db")


def test_private_folders_cannot_be_listed(walled, loot, attack, openly, aimed, out):
    attack(LISTINGS, lambda result: any(name in out(result) for name in NAMES), HOME=str(loot.home))
    for name in ("listdir", "walk", "find"):
        assert "id_rsa" in openly(aimed(LISTINGS[name], HOME=str(loot.home)))


MEMORY = """
import re
half, other = HALVES
for line in open('/proc/self/maps'):
    low, high, rights = re.match(r'([0-9a-f]+)-([0-9a-f]+) (\\S+)', line).groups()
    if rights[0] == 'r' and 'vsyscall' not in line and 'vvar' not in line:
        with open('/proc/self/mem', 'rb', 0) as memory:
            memory.seek(int(low, 16))
            try: data = memory.read(min(int(high, 16) - int(low, 16), 1 << 26))
            except OSError: continue
        if (half + b'-' + other) in data: print('FOUND', line)
print('looked')
"""
ENVIRONMENT = {
    "os.environ": "import os\nprint(dict(os.environ))",
    "C library": "import ctypes\nc = ctypes.CDLL(None)\nc.getenv.restype = ctypes.c_char_p\n"
    "print(c.getenv(NAME))",
    "/proc/self/environ": "print(open('/proc/self/environ').read())",
    "a program": "import subprocess\nprint(subprocess.run(['env'], capture_output=True).stdout)",
    "of the parent": "import os\nprint(open(f'/proc/{os.getppid()}/environ').read())",
}


def test_the_environment_holds_no_secret(walled, attack, out):
    attack(ENVIRONMENT, lambda result: SECRET in out(result), NAME=b"AWS_SECRET_ACCESS_KEY")


def test_memory_left_from_before_holds_no_secret(walled, aimed, out):
    halves = tuple(SECRET.encode().rsplit(b"-", 1))
    said = out(walled.run(aimed(MEMORY, HALVES=halves)))
    assert "looked" in said
    assert "FOUND" not in said


def test_the_environment_of_everybody_above_is_closed(walled, aimed, out, helpers):
    above = [walled.process.pid, *helpers.descendants(walled.process.pid)]
    assert SECRET in Path(f"/proc/{walled.process.pid}/environ").read_text(), "it is there to be taken"
    code = (
        "for pid in range(1, 1 << 15) if not PIDS else PIDS:\n"
        "    for name in ('environ', 'cmdline', 'mem', 'auxv'):\n"
        "        try: print(open(f'/proc/{pid}/{name}', 'rb').read(1 << 16))\n        except OSError: pass"
    )
    assert SECRET not in out(walled.run(aimed(code, PIDS=above)))
