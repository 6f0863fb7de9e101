"""The user's terminal: typing into it, writing on it, speaking to it through what a run prints."""

from __future__ import annotations

import asyncio
import os
import re
import shutil
import subprocess
import termios
import time

import pytest

from studytui.runner.outcome import collect
from studytui.runner.request import RunnerOptions, RunRequest
from studytui.runner.runner import Runner


@pytest.fixture
def tmux(walled, make_home):
    """A tmux server of the very user, whose shell would make a file."""
    program = shutil.which("tmux")
    if program is None:
        pytest.skip("tmux is not installed")
    folder = make_home(walled.user[0])
    command = [program, "-S", str(folder / "socket"), "-f", "/dev/null"]
    environment = {**walled.popen, "cwd": folder}
    subprocess.run(
        [*command, "new-session", "-d", "-s", "v", "-x", "80", "-y", "24", "sh"], check=True, **environment
    )
    yield folder
    subprocess.run([*command, "kill-server"], **environment)


TYPING = """
import subprocess
done = subprocess.run(['tmux', '-S', DIR + '/socket', 'send-keys', '-t', 'v', f'touch {DIR}/typed', 'Enter'],
                      capture_output=True)
print(done)
"""
SOCKETED = """
import socket
s = socket.socket(1); s.connect(DIR + '/socket'); s.send(b'x' * 100)
"""


def test_tmux_cannot_be_typed_into(walled, tmux, attack):
    tries = {"send-keys": TYPING, "socket": SOCKETED}
    attack(tries, lambda _: time.sleep(0.3) or (tmux / "typed").exists(), DIR=str(tmux))


def test_tmux_can_be_typed_into_without_walls(walled, tmux, aimed, openly, helpers):
    openly(aimed(TYPING, DIR=str(tmux)))
    assert helpers.eventually(lambda: (tmux / "typed").exists())


@pytest.fixture
def terminal(walled):
    """A terminal of the user's: what is typed or written there can be read from its other end."""
    master, slave = os.openpty()
    settings = termios.tcgetattr(slave)
    settings[3] &= ~(termios.ECHO | termios.ICANON)
    termios.tcsetattr(slave, termios.TCSANOW, settings)
    os.fchown(slave, *walled.user)
    for end in (master, slave):
        os.set_blocking(end, False)
    yield master, slave
    os.close(master)
    os.close(slave)


def heard(end: int) -> bytes:
    try:
        return os.read(end, 1000)
    except BlockingIOError:
        return b""


def test_a_terminal_cannot_be_written_on_or_typed_into(walled, terminal, attack):
    master, slave = terminal
    tries = {
        "write": "open(TTY, 'w').write('evil')",
        "append binary": "import os\nos.write(os.open(TTY, os.O_WRONLY | os.O_NOCTTY), b'evil')",
        "TIOCSTI": "import fcntl, os\nfcntl.ioctl(os.open(TTY, os.O_RDWR | os.O_NOCTTY), 0x5412, b'x')",
        "wall": "import subprocess\nsubprocess.run(['wall', 'evil'])",
        "controlling terminal": "open('/dev/tty', 'w').write('evil')",
        "console": "open('/dev/console', 'w').write('evil')",
        "descriptor of the app": f"open('/proc/{os.getpid()}/fd/{slave}', 'w').write('evil')",
        "shell": "import os\nos.system(f'echo evil > {TTY}')",
    }
    attack(tries, lambda _: bool(heard(master) or heard(slave)), TTY=os.ttyname(slave))


def test_the_terminal_is_there_without_walls(walled, terminal, aimed, openly, helpers):
    master, slave = terminal
    openly(aimed("open(TTY, 'w').write('evil')", TTY=os.ttyname(slave)))
    assert helpers.eventually(lambda: b"evil" in heard(master))


def test_no_request_types_into_a_terminal_of_its_own(walled):
    """Also with bits above the 32 that the kernel looks at: the hole that Flatpak once had."""
    code = """
import ctypes, fcntl, os
c = ctypes.CDLL(None)
m, s = os.openpty()
os.set_blocking(s, False)
for number in (0x5412, 0x5412 | 1 << 32, 0x541C, 0x541D):
    c.syscall(16, s, ctypes.c_long(number), b'x')
try: print('TYPED', os.read(s, 10))
except BlockingIOError: print('nothing typed')
"""
    assert "TYPED" not in walled.run(code).out


SPOKEN = (
    "\x1b]52;c;ZXZpbA==\x07", "\x1b]0;title\x07", "\x1b[2J", "\x1b[6n", "\x1bP+q544e\x1b\\", "\x1b_apc\x1b\\",
    "\x9b31m", "\x90q\x9c", "\u202e", "\u2066", "\x07", "\x08" * 80, "\x1b[?1049h", "\x1bc", "\x0e",
)  # fmt: skip
SPEAKING = """
import sys, json, os
for text in SPOKEN:
    print('out', text, 'end'); print('err', text, 'end', file=sys.stderr)
    os.write(3, json.dumps({'verb': 'value', 'text': text}).encode() + b'\\n')
    globals()['name_' + str(len(text))] = text
import matplotlib.pyplot as plt
plt.plot([1, 2]); plt.title(SPOKEN[0] + SPOKEN[1]); plt.xlabel(SPOKEN[8]); plt.show()
class Evil(Exception): pass
Evil.__name__ = SPOKEN[0]
raise Evil(''.join(SPOKEN))
"""


def test_nothing_a_run_says_speaks_to_the_terminal(aimed):
    """Through the app's own ears, every string of every event."""

    async def hear() -> str:
        runner = Runner(RunnerOptions(spares=0))
        try:
            outcome = await collect(runner, RunRequest(code=aimed(SPEAKING, SPOKEN=SPOKEN)))
            return "\n".join(_strings(outcome.events))
        finally:
            await runner.close()

    said = asyncio.run(hear())
    assert "out" in said
    assert "err" in said
    left = {char for char in said if (ord(char) < 32 and char not in "\n\t\r\x1b") or 127 <= ord(char) < 160}
    assert not left
    assert not set(said) & set("\u202e\u2066")
    for piece in said.split("\x1b")[1:]:
        assert re.match(r"\[[0-9;:]*m", piece), "only colours"


def _strings(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _strings(key)
            yield from _strings(inner)
    elif isinstance(value, (list, tuple)):
        for inner in value:
            yield from _strings(inner)
    elif hasattr(value, "__struct_fields__"):
        for name in value.__struct_fields__:
            yield from _strings(getattr(value, name))
