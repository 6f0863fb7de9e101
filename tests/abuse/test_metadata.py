"""What Landlock does not judge: modes, owners, times, attributes, leases of files one can name."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

ATTACKS = {
    "chmod": "import os\nos.chmod(RC, 0o777)",
    "fchmod": "import os\nos.fchmod(os.open(RC, os.O_PATH), 0o777)",
    "chmod through /proc": "import os\nfd = os.open(RC, os.O_PATH)\nos.chmod(f'/proc/self/fd/{fd}', 0o777)",
    "fchmodat2": "import ctypes\nctypes.CDLL(None).syscall(452, -100, RC.encode(), 0o777, 0)",
    "chmod of a folder": "import os\nos.chmod(HOME, 0o777)",
    "shell": "import os\nos.system(f'chmod 777 {RC} {HOME}; touch -d @1 {RC}; chown 1 {RC}')",
    "chown": "import os\nos.chown(RC, os.getuid(), os.getgid())\nos.chown(RC, 1, 1)",
    "utime": "import os\nos.utime(RC, (1, 1))",
    "futimesat": "import ctypes\nctypes.CDLL(None).syscall(261, -100, RC.encode(), 0)",
    "xattr": "import os\nos.setxattr(RC, 'user.evil', b'1')",
    "shutil.copystat": "import shutil\nopen('mine', 'w')\nshutil.copystat('mine', RC)",
}


def test_modes_owners_times_and_attributes_stay(attack, loot):
    attack(ATTACKS, lambda _: not loot.untouched, loot.renew, RC=str(loot.rc), HOME=str(loot.home))


def test_the_same_works_without_walls(loot, aimed, openly):
    for name in ("chmod", "chmod through /proc", "utime", "futimesat", "shutil.copystat"):
        openly(aimed(ATTACKS[name], RC=str(loot.rc), HOME=str(loot.home)))
        assert not loot.untouched, name
        loot.renew()


def test_copying_with_modes_and_times_goes_on_working(walled):
    code = "import shutil\nopen('a', 'w').write('x')\nshutil.copy2('a', 'b')\nprint(open('b').read())"
    assert walled.run(code).out == "x\n"


def test_no_lease_keeps_the_owner_from_writing(walled, holding, aimed):
    """A lease on a readable file would hold up whoever opens it for writing, such as pip, for 45 seconds."""
    file = Path(walled.python).parents[1] / "pyvenv.cfg"
    if not file.exists():
        pytest.skip("the interpreter is in no virtual environment")
    code = (
        "import fcntl, os\nfd = os.open(FILE, os.O_RDONLY)\n"
        "for number in (1024, 1024 + (1 << 32)):\n"
        "    try: fcntl.fcntl(fd, 1024, fcntl.F_RDLCK)\n    except (OSError, OverflowError): pass"
    )
    holding(aimed(code, FILE=str(file)))
    os.close(os.open(file, os.O_RDWR | os.O_NONBLOCK))
