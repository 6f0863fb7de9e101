"""Where a control group is delegated, every run gets one of its own, and its end is the end of all in it."""

from __future__ import annotations

import os
import subprocess
import time
from pathlib import Path

import pytest

from tests.sandbox.client import Client
from tests.sandbox.modes import STRANGER
from tests.sandbox.processes import alive, descendants, eventually, settled

AS_STRANGER = f"""
import os, sys
with open(sys.argv[1] + "/cgroup.procs", "w") as file: file.write("0")
os.setgroups([]); os.setgid({STRANGER}); os.setuid({STRANGER}); os.chdir("/")
os.execv(sys.argv[2], sys.argv[2:])
"""
SCATTERED = """
import os, time
for _ in range(3):
    if os.fork() == 0:
        os.setsid()
        if os.fork() == 0: time.sleep(300)
        os._exit(0)
print(open("/proc/self/cgroup").read().split("0::")[1].split()[0], flush=True)
time.sleep(300)
"""


def hierarchy() -> Path:
    with open("/proc/self/mountinfo") as file:
        mounts = [Path(line.split()[4]) for line in file if " - cgroup2 " in line]
    if not mounts or os.getuid() != 0:
        pytest.skip("only root can delegate a group, where cgroup v2 is mounted")
    return mounts[0]


@pytest.fixture(scope="module")
def delegated():
    """A group that belongs to a user without powers, as a systemd user session has one."""
    folder = hierarchy() / f"delegated-{os.getpid()}"
    try:
        folder.mkdir()
    except OSError as error:
        pytest.skip(f"no group can be made here: {error}")
    for name in (".", "cgroup.procs", "cgroup.threads", "cgroup.subtree_control"):
        os.chown(folder / name, STRANGER, STRANGER)
    yield folder
    for child in sorted(folder.rglob("*"), reverse=True):
        if child.is_dir():
            assert eventually(lambda child=child: (child / "cgroup.procs").read_text() == "")
            child.rmdir()
    assert eventually(lambda: (folder / "cgroup.procs").read_text() == "")
    folder.rmdir()


@pytest.fixture(scope="module", params=[False, True], ids=["plain", "namespaces"])
def grouped(delegated, stranger_python, request):
    launcher = (stranger_python, "-I", "-c", AS_STRANGER, str(delegated))
    client = Client(stranger_python, {"namespaces": request.param}, launcher)
    frame = client.ready()
    if frame["ev"] == "fatal" and request.param:
        pytest.skip("no namespaces here")
    assert "cgroup" in frame["layers"], frame["missing"]
    yield client
    client.close()


def test_a_run_lives_in_a_group_of_its_own_and_all_of_it_ends_at_once(grouped, delegated):
    settled(grouped)
    before = descendants(grouped.process.pid)
    run = grouped.begin(SCATTERED)
    group = grouped.wait_for(run, "out")["text"].strip()
    folder = hierarchy() / group.lstrip("/")
    assert folder.parent == delegated or not folder.exists(), "a world of its own shows another path"
    own = [pid for pid in descendants(grouped.process.pid) if pid not in before]
    grouped.send("kill", run=run)
    done = grouped.finish(run).done
    assert (done["status"], done["left"]) == ("killed", 0)
    assert eventually(lambda: not alive([pid for pid in own if pid not in descendants(grouped.process.pid)]))


def test_the_group_is_gone_after_the_run(grouped, delegated):
    for _ in range(3):
        assert grouped.run("print('over')").out == "over\n"
    settled(grouped)
    assert eventually(lambda: len(list(delegated.glob("studytui-*"))) <= 1, 30), [
        (str(group), (group / "cgroup.events").read_text(), (group / "cgroup.procs").read_text())
        for group in delegated.glob("studytui-*")
    ]


def test_a_run_can_neither_leave_its_group_nor_change_it(grouped, delegated):
    code = f"""
import glob, os
for path in glob.glob({str(delegated)!r} + "/**/cgroup.*", recursive=True) + ["/sys/fs/cgroup/cgroup.procs"]:
    try: open(path, "w").write("0"); print("wrote", path)
    except OSError: pass
print("done")
"""
    assert grouped.run(code).out == "done\n"


def test_what_a_killed_keeper_left_is_found_and_ended(grouped, delegated):
    settled(grouped)
    before = descendants(grouped.process.pid)
    run = grouped.begin(SCATTERED)
    grouped.wait_for(run, "out")
    own = [pid for pid in descendants(grouped.process.pid) if pid not in before]
    subprocess.run(["kill", "-9", str(own[0]), str(_keeper(grouped, own))], check=False)
    grouped.finish(run)
    until = time.monotonic() + 10
    while alive(own) and time.monotonic() < until:
        time.sleep(0.02)
    assert not [pid for pid in alive(own) if pid not in descendants(grouped.process.pid)]
    assert grouped.run("print('next')").out == "next\n"
    assert eventually(lambda: len(list(delegated.glob("studytui-*"))) <= 1, 30), "the group of the lost one"


def _keeper(client: Client, own: list[int]) -> int:
    """The process above the run's: it was there before, as the spare's."""
    parents = {pid: int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[1]) for pid in own}
    return next(parent for parent in parents.values() if parent not in own and parent != client.process.pid)
