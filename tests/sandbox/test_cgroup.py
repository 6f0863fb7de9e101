"""Where a control group is delegated, every run gets one of its own, and its end is the end of all in it."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from tests.sandbox.client import Client
from tests.sandbox.modes import STRANGER
from tests.sandbox.processes import CALLED, alive, descendants, eventually, keeper_of, named, settled

AS_STRANGER = f"""
import os, sys
with open(sys.argv[1] + "/cgroup.procs", "w") as file: file.write("0")
os.setgroups([]); os.setgid({STRANGER}); os.setuid({STRANGER}); os.chdir("/")
os.execv(sys.argv[2], sys.argv[2:])
"""
SCATTERED = (
    CALLED.format("scattered")
    + """
import os, time
for _ in range(3):
    if os.fork() == 0:
        os.setsid()
        if os.fork() == 0: time.sleep(300)
        os._exit(0)
for _ in range(3): os.wait()
print(open("/proc/self/cgroup").read().split("0::")[1].split()[0], flush=True)
time.sleep(300)
"""
)


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
    run = grouped.begin(SCATTERED, {"timeout": 300})
    group = grouped.wait_for(run, "out")["text"].strip()
    folder = hierarchy() / group.lstrip("/")
    assert folder.parent == delegated or not folder.exists(), "a world of its own shows another path"
    own = descendants(keeper_of(grouped, named(grouped, "scattered")))
    assert len(own) >= 4
    grouped.send("kill", run=run)
    done = grouped.finish(run).done
    assert (done["status"], done["left"]) == ("killed", 0)
    assert eventually(lambda: not alive(own))


def test_the_group_is_gone_after_the_run(grouped, delegated):
    for _ in range(3):
        assert grouped.run("print('over')").out == "over\n"
    settled(grouped)
    assert eventually(lambda: len(list(delegated.glob("studytui-*"))) <= 1), [
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
    run = grouped.begin(SCATTERED, {"timeout": 300})
    grouped.wait_for(run, "out")
    main = named(grouped, "scattered")
    keeper = keeper_of(grouped, main)
    own = descendants(keeper)
    lost = delegated / f"studytui-{keeper}"
    assert lost.exists()
    one = next(pid for pid in reversed(own) if pid != main)
    subprocess.run(["kill", "-9", str(one), str(keeper)], check=False)
    grouped.finish(run)
    assert eventually(lambda: not alive(own)), alive(own)
    assert grouped.run("print('next')").out == "next\n"
    assert eventually(lambda: not lost.exists()), "the group of the lost one"
    settled(grouped)
    assert len(list(delegated.glob("studytui-*"))) <= 1
