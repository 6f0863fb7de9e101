"""What a run cannot reach: files, secrets, the network, other processes. Tried from inside a real run."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.fixture
def secret(walled):
    """A file of the very user the run runs as."""
    path = walled.home / "id_rsa"
    path.write_text("SECRET")
    os.chown(path, *walled.user)
    yield path
    path.unlink()


def test_files_outside_cannot_be_read_or_changed(walled, secret):
    code = f"""
import os
path = {str(secret)!r}
tries = [
    lambda: open(path).read(), lambda: open(path, "a"), lambda: open("/proc/self/root" + path),
    lambda: os.unlink(path), lambda: os.link(path, "l"), lambda: os.symlink(path, "s"),
    lambda: os.rename(path, path + "x"), lambda: os.truncate(path, 0), lambda: os.mkdir(path + "d"),
    lambda: os.listdir(os.path.dirname(path)),
]
for number, one in enumerate(tries):
    try: one(); print("HOLE", number)
    except OSError: pass
os.chmod(path, 0o777); os.utime(path, (1, 1))
print("tried")
"""
    before = secret.stat()
    result = walled.run(code)
    assert result.out == "tried\n", result.err
    assert secret.read_text() == "SECRET"
    assert (secret.stat().st_mode, secret.stat().st_mtime) == (before.st_mode, before.st_mtime)


def test_the_scratch_folder_is_the_runs_own_and_gone_afterwards(walled):
    code = (
        "import os\nos.makedirs('a/b')\nopen('a/b/c', 'w').write('x')\nprint(os.getcwd(), os.environ['HOME'])"
    )
    here, home = walled.run(code).out.split()
    assert here == home
    walled.run("print()")
    assert not Path(here, "a").exists()


def test_secrets_of_the_environment_stay_outside(start, monkeypatch):
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "hush-hush")
    one = start()
    one.ready("torch")
    code = "import os\nprint(open('/proc/self/environ').read(), dict(os.environ))"
    result = one.run(code)
    assert "PATH" in result.out
    assert "hush-hush" not in result.out


def test_no_socket_leads_outside(walled):
    code = """
import socket
for family in (1, 2, 10, 16, 17, 31, 38, 40):
    for kind in (1, 2, 3, 5):
        try: socket.socket(family, kind); print("OPEN", family, kind)
        except OSError: pass
try: socket.socketpair(1, 2); print("OPEN datagram pair")
except OSError: pass
a, b = socket.socketpair(); a.send(b"pairs work"); print(b.recv(20))
"""
    assert walled.run(code).out == "b'pairs work'\n"


def test_other_processes_cannot_be_signalled_or_read(walled):
    with subprocess.Popen(["sleep", "60"], env={"TOKEN": "t0ken"}) as victim:
        code = f"""
import os, resource
for pid in ({victim.pid}, {os.getpid()}, {walled.process.pid}, os.getppid()):
    for one in (lambda: os.kill(pid, 9), lambda: open(f"/proc/{{pid}}/environ").read(1),
                lambda: open(f"/proc/{{pid}}/mem", "rb"),
                lambda: resource.prlimit(pid, resource.RLIMIT_NOFILE, (3, 3))):
        try: one(); print("HOLE", pid)
        except (OSError, ValueError): pass
for which, who in ((0, {victim.pid}), (2, 0)):
    try: os.setpriority(which, who, 19); print("HOLE priority")
    except OSError: pass
print("tried")
"""
        result = walled.run(code)
        assert result.out == "tried\n", result.err
        assert victim.poll() is None
        assert os.getpriority(os.PRIO_PROCESS, 0) < 19
        victim.kill()


def test_signalling_everybody_reaches_only_the_run_itself(walled):
    result = walled.run("import os\nos.kill(-1, 15)\nprint('still here')")
    assert walled.process.poll() is None
    assert result.done["status"] in ("ok", "error")


def test_powers_are_gone(walled):
    lines = walled.run("print(open('/proc/self/status').read())").out.splitlines()
    status = dict(line.split(":", 1) for line in lines if line)
    assert int(status["CapEff"], 16) == int(status["CapPrm"], 16) == 0
    assert (status["NoNewPrivs"].strip(), status["Seccomp"].strip()) == ("1", "2")
    if walled.user[0] == 0:
        assert int(status["CapBnd"], 16) == 0


def test_system_calls_with_a_history_are_refused(walled):
    code = """
import ctypes
libc = ctypes.CDLL(None, use_errno=True)
for number in (101, 165, 272, 321, 323, 298, 425, 250, 29, 240, 310, 438, 161, 175, 246, 435):
    print(libc.syscall(number, 0, 0, 0, 0, 0, 0), end=" ")
"""
    assert set(walled.run(code).out.split()) == {"-1"}


def test_a_foreign_calling_convention_is_the_end(walled):
    code = "import ctypes\nctypes.CDLL(None).syscall(0x40000000 + 41, 2, 1, 0)\nprint('came through')"
    result = walled.run(code)
    assert result.out == ""
    assert result.done["signal"] == 31


def test_typing_into_a_terminal_is_refused(walled):
    code = "import fcntl, os\nm, s = os.openpty()\nfcntl.ioctl(s, 0x5412, b'x')"
    assert "tty" not in walled.run(code).out
    assert walled.run(code).done["status"] == "error"


def test_the_interpreter_and_its_packages_are_readable_wherever_they_are(walled):
    code = "import json, torch, wave\nprint(open(torch.__file__).read(3), open(json.__file__).read(3))"
    assert walled.run(code).done["status"] == "ok"


def test_a_program_started_by_the_run_has_the_same_walls(walled, secret):
    code = f"import subprocess\nprint(subprocess.run(['cat', {str(secret)!r}], capture_output=True))"
    out = walled.run(code).out
    assert "Permission denied" in out
    assert "SECRET" not in out


@pytest.mark.skipif(sys.platform != "linux", reason="the layers are Linux's")
def test_every_layer_that_was_found_is_reported_by_the_run(walled):
    started = walled.run("pass").all("started")[0]
    assert {"no_new_privs", "capabilities", "landlock", "seccomp", "rlimits"} <= set(started["layers"])
