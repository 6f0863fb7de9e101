"""The network and the sockets of other programs, from inside a run. Listeners outside count who comes."""

from __future__ import annotations

import contextlib
import os
import socket
import threading
import time

import pytest

TCP, STREAM, DATAGRAM = socket.SOCK_STREAM, socket.SOCK_STREAM, socket.SOCK_DGRAM


class Listeners:
    """Everything a run might want to talk to; `hits` names those that were reached."""

    def __init__(self, folder, user):
        self.hits = []
        self.folder = str(folder)
        self.abstract = f"\0abuse-{os.getpid()}-{folder.name}"
        self._open = []
        self.port = self._listen("tcp", socket.AF_INET, STREAM, ("127.0.0.1", 0)).getsockname()[1]
        self.udp = self._listen("udp", socket.AF_INET, DATAGRAM, ("127.0.0.1", 0)).getsockname()[1]
        self._listen("docker.sock", socket.AF_UNIX, STREAM, f"{folder}/docker.sock")
        self._listen("dgram", socket.AF_UNIX, DATAGRAM, f"{folder}/dgram")
        self._listen("abstract", socket.AF_UNIX, STREAM, self.abstract)
        for name in os.listdir(folder):
            os.chown(folder / name, *user)

    def _listen(self, name, family, kind, address):
        one = socket.socket(family, kind)
        one.bind(address)
        if kind == STREAM:
            one.listen()
        self._open.append(one)
        threading.Thread(target=self._serve, args=(name, one, kind), daemon=True).start()
        return one

    def _serve(self, name, one, kind):
        with contextlib.suppress(OSError):
            while True:
                _ = one.accept() if kind == STREAM else one.recv(100)
                self.hits.append(name)

    def facts(self):
        return {"PORT": self.port, "UDP": self.udp, "DIR": self.folder, "ABSTRACT": self.abstract}

    def reached(self):
        time.sleep(0.05)
        return bool(self.hits)

    def close(self):
        for one in self._open:
            with contextlib.suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
            one.close()


@pytest.fixture
def listeners(walled, tmp_path):
    for folder in (tmp_path, *tmp_path.parents[:3]):
        if folder.owner() == tmp_path.owner() and str(folder) != "/tmp":
            folder.chmod(0o755)
    one = Listeners(tmp_path, walled.user)
    yield one
    one.close()


ATTACKS = {
    "tcp": "import socket\nsocket.create_connection(('127.0.0.1', PORT), 1)",
    "tcp by name": "import socket\nsocket.create_connection(('localhost', PORT), 1)",
    "tcp over ipv6": "import socket\nsocket.create_connection(('::ffff:127.0.0.1', PORT), 1)",
    "multipath tcp": "import socket\ns = socket.socket(2, 1, 262)\ns.connect(('127.0.0.1', PORT))",
    "tcp fast open": "import socket\ns = socket.socket()\ns.sendto(b'x', 0x20000000, ('127.0.0.1', PORT))",
    "http": "import urllib.request\nurllib.request.urlopen(f'http://127.0.0.1:{PORT}/', timeout=1)",
    "shell": "import subprocess\nsubprocess.run(['bash', '-c', f'echo x > /dev/tcp/127.0.0.1/{PORT}'])",
    "other python": (
        "import subprocess, sys\nsubprocess.run([sys.executable, '-c',\n"
        "    f'import socket; socket.create_connection((\"127.0.0.1\", {PORT}), 1)'])"
    ),
    "distributed": (
        "import torch.distributed as d, datetime\n"
        "d.TCPStore('127.0.0.1', PORT, 2, False, timeout=datetime.timedelta(seconds=0.3))"
    ),
    "udp": "import socket\nsocket.socket(2, 2).sendto(b'x', ('127.0.0.1', UDP))",
    "udp shell": "import subprocess\nsubprocess.run(['bash', '-c', f'echo x > /dev/udp/127.0.0.1/{UDP}'])",
    "stream in a folder": "import socket\nsocket.socket(1, 1).connect(DIR + '/docker.sock')",
    "datagram in a folder": "import socket\nsocket.socket(1, 2).sendto(b'x', DIR + '/dgram')",
    "pair of datagrams": "import socket\na, b = socket.socketpair(1, 2)\na.sendto(b'x', DIR + '/dgram')",
    "pair with flags": "import socket\na, b = socket.socketpair(1, 2 | 0o2000000)\n"
    "a.sendto(b'x', DIR + '/dgram')",
    "pair of streams, connected anew": (
        "import socket\na, b = socket.socketpair()\na.connect(DIR + '/docker.sock')"
    ),
    "abstract": "import socket\nsocket.socket(1, 1).connect(ABSTRACT)",
    "abstract datagram": "import socket\na, b = socket.socketpair(1, 2)\na.connect(ABSTRACT)",
    "open the socket file": "open(DIR + '/docker.sock', 'r+b').write(b'x')",
    "manager": "import multiprocessing as m\nm.connection.Client(DIR + '/docker.sock')",
    "io_uring": (
        "import ctypes\nc = ctypes.CDLL(None)\nheld = ctypes.create_string_buffer(200)\n"
        "assert c.syscall(425, 4, held) < 0, 'a ring'"
    ),
}


def test_no_listener_is_reached(attack, listeners):
    attack(ATTACKS, lambda _: listeners.reached(), **listeners.facts())


def test_no_listener_is_reached_where_a_private_loopback_is_allowed(walled, listeners, aimed):
    """Code that speaks of torch.distributed gets internet sockets where there is a network of its own."""
    code = f"import torch.distributed, socket\nfor code in {[ATTACKS[n] for n in ATTACKS]!r}:\n"
    code += "    try: exec(code)\n    except BaseException as error: print(error)\nprint('tried')"
    result = walled.run(aimed(code, **listeners.facts()))
    assert "tried" in result.out, result.err
    assert not listeners.reached()


def test_the_listeners_are_there_without_walls(listeners, aimed, openly, helpers):
    for name in ("tcp", "udp", "stream in a folder", "pair of datagrams", "abstract", "shell"):
        listeners.hits.clear()
        openly(aimed(ATTACKS[name], **listeners.facts()))
        assert helpers.eventually(listeners.reached), name


SERVED = 24571
"""A port that is not among those the kernel gives to whoever takes any."""


def test_a_run_is_no_server(walled, holding, aimed):
    abstract = f"\0abuse-server-{os.getpid()}"
    code = """
import socket
for family, address in ((2, ('0.0.0.0', PORT)), (10, ('::', PORT)), (1, ABSTRACT)):
    try:
        s = socket.socket(family, 1); s.bind(address); s.listen(); kept = s
    except OSError: pass
"""
    holding(aimed(code, PORT=SERVED, ABSTRACT=abstract))
    for family, address in ((socket.AF_INET, ("127.0.0.1", SERVED)), (socket.AF_UNIX, abstract)):
        with socket.socket(family) as one, pytest.raises(OSError, match="refused"):
            one.connect(address)


def test_no_kind_of_socket_is_held(walled, holding):
    """As seen from outside: the descriptors of the run, whatever it claims."""
    code = """
import socket
kept = []
for family in range(1, 46):
    for kind in (1, 2, 3, 4, 5, 10):
        for protocol in (0, 1, 6, 17, 255):
            try: kept.append(socket.socket(family, kind, protocol))
            except OSError: pass
"""
    pid, _ = holding(code)
    links = [os.readlink(f"/proc/{pid}/fd/{number}") for number in os.listdir(f"/proc/{pid}/fd")]
    assert not [link for link in links if link.startswith("socket:")]
