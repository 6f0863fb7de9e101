"""An SSH server and a one-node Slurm of our own, on the loopback, started from the system's packages."""

from __future__ import annotations

import contextlib
import getpass
import os
import random
import shlex
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

PROGRAMS = {"ssh": ("/usr/sbin/sshd", "ssh", "ssh-keygen"), "srun": ("slurmctld", "slurmd", "munged", "srun")}
SSHD = """
Port {port}
ListenAddress 127.0.0.1
HostKey {folder}/host
AuthorizedKeysFile {folder}/id.pub
PidFile none
StrictModes no
UsePAM no
PasswordAuthentication no
"""
SLURM = """
ClusterName=one
SlurmctldHost={host}(127.0.0.1)
AuthType=auth/munge
AuthInfo=socket={folder}/munge.socket
SlurmUser=root
SlurmdUser=root
SlurmctldPort={control}
SlurmdPort={node}
SlurmctldPidFile={folder}/control.pid
SlurmdPidFile={folder}/node.pid
StateSaveLocation={folder}/state
SlurmdSpoolDir={folder}/spool
SlurmctldLogFile={folder}/control.log
SlurmdLogFile={folder}/node.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
MpiDefault=none
ReturnToService=2
InactiveLimit=2
SelectType=select/cons_tres
NodeName={host} NodeAddr=127.0.0.1 CPUs=1 State=UNKNOWN
PartitionName=all Nodes={host} Default=YES MaxTime=INFINITE State=UP
"""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """One server of a kind is enough: all on one worker."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.xdist_group("launchers"))


@pytest.fixture(scope="session")
def launchers(request: pytest.FixtureRequest) -> Callable[[str], tuple[str, ...]]:
    """The command prefix of a launcher by its name; its server is started on first use."""
    return lambda name: request.getfixturevalue(f"{name}_launcher")


@pytest.fixture(scope="session")
def ssh_launcher(folder: Path) -> Iterator[tuple[str, ...]]:
    """`ssh` to this machine, with a key of its own and known to nobody else."""
    _need("ssh")
    port = _free_port()
    for name in ("host", "id"):
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", folder / name], check=True)
    config = _write(folder / "sshd_config", SSHD.format(port=port, folder=folder))
    if os.getuid() == 0:
        Path("/run/sshd").mkdir(exist_ok=True)
    server = subprocess.Popen(["/usr/sbin/sshd", "-D", "-f", config], stderr=subprocess.DEVNULL)
    options = [f"-p{port}", "-i", str(folder / "id"), "-oBatchMode=yes", "-oStrictHostKeyChecking=no"]
    options += [f"-oUserKnownHostsFile={folder}/known"]
    prefix = ("ssh", *options, f"{getpass.getuser()}@127.0.0.1")
    _wait(lambda: subprocess.run([*prefix, "true"], capture_output=True).returncode == 0, "sshd")
    yield prefix
    server.kill()
    server.wait()


@pytest.fixture(scope="session")
def srun_launcher(folder: Path) -> Iterator[tuple[str, ...]]:
    """`srun` on a cluster of one node with one processor: two jobs at once and one of them waits."""
    _need("srun")
    if os.getuid() != 0:
        pytest.skip("only root can start Slurm's daemons")
    host = socket.gethostname().split(".")[0]
    facts = {"folder": folder, "host": host, "control": _free_port(), "node": _free_port()}
    config = str(_write(folder / "slurm.conf", SLURM.format(**facts)))
    for name in ("state", "spool"):
        (folder / name).mkdir()
    daemons = [*_munge(folder), *_slurm(config, host)]
    os.environ["SLURM_CONF"] = config
    _wait(lambda: subprocess.run(["srun", "-Q", "true"], capture_output=True).returncode == 0, "srun")
    yield ("srun", "-n1")
    os.environ.pop("SLURM_CONF")
    for daemon in reversed(daemons):
        daemon.send_signal(signal.SIGKILL)
        daemon.wait()


@pytest.fixture(scope="session")
def folder() -> Iterator[Path]:
    """For keys, sockets and state; short, since the path of a socket may not be long."""
    made = Path(tempfile.mkdtemp(prefix="launchers-", dir="/tmp"))
    made.chmod(0o755)
    yield made
    shutil.rmtree(made, ignore_errors=True)


@pytest.fixture
def studytui(tmp_path: Path, request: pytest.FixtureRequest) -> Callable[..., subprocess.Popen[bytes]]:
    """Start `studytui run PROGRAM` through a launcher."""
    home = {"STUDYTUI_HOME": str(tmp_path / "home"), "PYTHONPATH": str(request.config.rootpath)}

    def start(prefix: tuple[str, ...], source: str, *more: str) -> subprocess.Popen[bytes]:
        program = _write(tmp_path / "program.py", source)
        where = ["--launcher", shlex.join(prefix), "--python", sys.executable]
        return subprocess.Popen(
            [sys.executable, "-m", "studytui", "run", program, *where, *more],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={**os.environ, **home},
        )

    return start


def _munge(folder: Path) -> list[subprocess.Popen[bytes]]:
    key = folder / "munge.key"
    key.write_bytes(os.urandom(128))
    key.chmod(0o600)
    files = {"key-file": key, "socket": folder / "munge.socket", "pid-file": folder / "munge.pid"}
    files |= {"log-file": folder / "munge.log", "seed-file": folder / "munge.seed"}
    words = ["munged", "--force", "--foreground", *(f"--{name}={path}" for name, path in files.items())]
    started = subprocess.Popen(words, stderr=subprocess.DEVNULL)
    _wait((folder / "munge.socket").exists, "munged")
    return [started]


def _slurm(config: str, host: str) -> list[subprocess.Popen[bytes]]:
    silent = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    control = subprocess.Popen(["slurmctld", "-D", "-f", config], **silent)
    return [control, subprocess.Popen(["slurmd", "-D", "-f", config, "-N", host], **silent)]


def _need(name: str) -> None:
    path = os.environ["PATH"] + ":/usr/sbin:/sbin"
    missing = [each for each in PROGRAMS[name] if shutil.which(each, path=path) is None]
    if missing:
        pytest.skip(f"not installed here: {', '.join(missing)}")


def _write(path: Path, text: str) -> Path:
    path.write_text(text)
    return path


def _free_port() -> int:
    """Not one of those that the kernel gives to whoever takes any: it stays free until it is used."""
    for port in random.SystemRandom().sample(range(10_000, 30_000), 100):
        with socket.socket() as one, contextlib.suppress(OSError):
            one.bind(("127.0.0.1", port))
            return port
    raise AssertionError("no port is free")


def _wait(condition: Callable[[], bool], name: str) -> None:
    until = time.monotonic() + 60
    while not condition():
        assert time.monotonic() < until, f"{name} does not answer"
        time.sleep(0.1)
