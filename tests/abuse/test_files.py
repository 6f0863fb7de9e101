"""Changing what is the user's: files, folders, the sandbox itself, the packages it imports."""

from __future__ import annotations

import importlib.util
import os
import tempfile
from pathlib import Path

import pytest

CHANGES = {
    "append": "open(RC, 'a').write('evil')",
    "overwrite": "open(RC, 'w').write('evil')",
    "read and write": "open(RC, 'r+').write('evil')",
    "path descriptor": "import os\nfd = os.open(RC, os.O_PATH)\n"
    "open(f'/proc/self/fd/{fd}', 'w').write('evil')",
    "truncate": "import os\nos.truncate(RC, 0)",
    "rename": "import os\nos.rename(RC, RC + 'x')",
    "rename onto": "import os\nopen('mine', 'w').write('evil')\nos.replace('mine', RC)",
    "exchange": (
        "import ctypes\nopen('mine', 'w').write('evil')\n"
        "ctypes.CDLL(None).renameat2(-100, b'mine', -100, RC.encode(), 2)"
    ),
    "unlink": "import os\nos.unlink(RC)",
    "link into": "import os\nopen('mine', 'w')\nos.link('mine', HOME + '/mine')",
    "link from": "import os\nos.link(RC, 'mine')\nopen('mine', 'w').write('evil')",
    "symbolic link": "import os\nos.symlink('/etc/passwd', HOME + '/s')",
    "folder": "import os\nos.mkdir(HOME + '/d')",
    "remove folder": "import os\nos.rmdir(HOME + '/.ssh')",
    "fifo": "import os\nos.mkfifo(HOME + '/fifo')",
    "device": "import os, stat\nos.mknod(HOME + '/null', stat.S_IFCHR | 0o666, os.makedev(1, 3))",
    "nameless": (
        "import os\nfd = os.open(HOME, os.O_TMPFILE | os.O_RDWR, 0o600)\n"
        "os.link(f'/proc/self/fd/{fd}', HOME + '/n', follow_symlinks=True)"
    ),
    "nameless from here": (
        "import os\nfd = os.open('.', os.O_TMPFILE | os.O_RDWR, 0o600)\n"
        "os.link(f'/proc/self/fd/{fd}', HOME + '/n', follow_symlinks=True)"
    ),
    "mapped": "import numpy\nnumpy.memmap(RC, mode='r+')[:] = 0",
    "move": "import shutil\nopen('mine', 'w')\nshutil.move('mine', HOME)",
    "remove all": "import shutil\nshutil.rmtree(HOME, ignore_errors=True)",
    "shell": "import os\nos.system(f'echo evil >> {RC}; rm -rf {HOME}/.ssh')",
    "torch.save": "import torch\ntorch.save(torch.ones(3), RC)",
    "savefig": "import matplotlib.pyplot as plt\nplt.plot([1])\n"
    "plt.savefig(HOME + '/.profile', format='svg')",
    "sqlite": "import sqlite3\nc = sqlite3.connect(DB)\nc.execute('create table evil (x)')\nc.commit()",
    "log file": "import logging\nlogging.basicConfig(filename=RC)\nlogging.error('evil')",
}


@pytest.fixture
def paths(loot):
    return {"RC": str(loot.rc), "HOME": str(loot.home), "DB": str(loot.progress)}


def test_a_home_folder_stays_as_it_was(attack, loot, paths):
    attack(CHANGES, lambda _: not loot.untouched, loot.renew, **paths)


def test_the_same_changes_work_without_walls(loot, paths, aimed, openly):
    for name in ("append", "truncate", "rename", "link into", "symbolic link", "path descriptor"):
        openly(aimed(CHANGES[name], **paths))
        assert not loot.untouched, name
        loot.renew()


ELSEWHERE = ("/tmp", "/var/tmp", "/etc", "/run", "/usr/lib", "/opt", "/dev", "/mnt", "/srv", "/")


def test_no_other_folder_takes_a_file(walled, attack):
    name = f"abuse-{os.getpid()}-{walled.mode.name}"
    tries = {folder: f"open({folder + '/' + name!r}, 'w').write('evil')" for folder in ELSEWHERE}
    attack(tries, lambda _: any(Path(folder, name).exists() for folder in ELSEWHERE))


def test_packages_cannot_be_poisoned(walled, aimed):
    code = (
        "import os, sys, torch\nhere = os.getcwd()\n"
        "places = {os.path.dirname(torch.__file__), sys.prefix, *sys.path} - {'', here}\n"
        "for folder in places:\n    for name in ('sitecustomize.py', 'abuse.pth', 'functional.py'):\n"
        "        path = os.path.join(folder, name)\n"
        "        try: open(path, 'a').write('import abuse'); print('WROTE', path)\n"
        "        except OSError: pass\nprint('tried', len(places))"
    )
    torch = Path(importlib.util.find_spec("torch").origin).parent
    before = (torch / "functional.py").stat()
    result = walled.run(code)
    assert "WROTE" not in result.out
    assert "tried" in result.out
    after = (torch / "functional.py").stat()
    assert (before.st_size, before.st_mtime_ns) == (after.st_size, after.st_mtime_ns)
    assert not list(torch.parent.glob("abuse.pth"))


def test_the_sandbox_itself_cannot_be_rewritten(walled, helpers, aimed):
    root = helpers.root_of(helpers.descendants(walled.process.pid))
    code_of_ours = root / "code"  # the folders of runs beside it come and go
    before = {path: path.read_bytes() for path in code_of_ours.rglob("*.py")}
    assert len(before) > 40
    code = (
        "import os\nfor folder, _, names in os.walk(ROOT):\n    for name in names:\n"
        "        try: open(os.path.join(folder, name), 'w').write('evil')\n        except OSError: pass\n"
        "open(ROOT + '/code/torch.py', 'w')"
    )
    walled.run(aimed(code, ROOT=str(root)))
    assert {path: path.read_bytes() for path in code_of_ours.rglob("*.py")} == before


def test_another_runs_folder_is_closed(walled, aimed, out, helpers):
    first = walled.begin(
        "import os, time\nopen('mine', 'w').write('MINE')\nprint(os.getcwd(), flush=True)\ntime.sleep(300)",
        {"timeout": 300},
    )
    folder = Path(walled.wait_for(first, "out")["text"].strip())
    code = (
        "import os\nfor n in range(3000):\n    path = os.path.join(os.path.dirname(DIR), str(n), 'mine')\n"
        "    if os.path.dirname(path) != os.getcwd():\n"
        "        for mode in 'ra':\n            try: print(open(path, mode).read())\n"
        "            except OSError: pass"
    )
    assert "MINE" not in out(walled.run(aimed(code, DIR=str(folder))))
    assert (folder / "mine").read_text() == "MINE"
    walled.send("kill", run=first)
    walled.finish(first)


def test_nothing_in_the_scratch_folder_can_lead_its_reader_astray(walled, holding, aimed):
    code = """
import os, socket, stat
for make in (lambda: os.symlink('/etc/passwd', 'l'), lambda: os.mkfifo('f'),
             lambda: os.mknod('d', stat.S_IFBLK | 0o600, os.makedev(8, 0)),
             lambda: socket.socket(1).bind('s'), lambda: os.link('/etc/passwd', 'h')):
    try: make()
    except OSError: pass
open('plain', 'w')
print(os.getcwd())
"""
    _, said = holding(code)
    folder = Path(said.split()[0])
    assert [path.name for path in folder.iterdir() if not path.name.startswith(".")] == ["plain"]


def test_a_temporary_file_lands_in_the_scratch_folder(walled):
    result = walled.run("import os, tempfile\nprint(tempfile.mkdtemp().startswith(os.getcwd()))")
    assert result.out == "True\n"
    assert not list(Path(tempfile.gettempdir()).glob("tmp*abuse*"))
