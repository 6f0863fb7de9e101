"""Following a detached run in a terminal: a line that says how far it is, and no flood over a slow line."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys

import pytest

from tests.cli.conftest import home_of

MUCH = "for number in range(9000):\n    print('line', number, 'of many', 'x' * 20)\n"
QUIET = """
import time
import torch
w = torch.tensor(3.0, requires_grad=True)
while True:
    loss = (w - 1) ** 2
    loss.backward()
    time.sleep(0.05)
"""


class Person:
    """Someone at a terminal in which `studytui WORDS` runs."""

    def __init__(self, words: list[str], folder, environment: dict[str, str]) -> None:
        self.terminal, theirs = pty.openpty()
        self.seen = b""
        self.process = subprocess.Popen(
            [sys.executable, "-m", "studytui", *words],
            cwd=folder, env={**os.environ, "TERM": "xterm-256color", "COLUMNS": "80", **environment},
            stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True,
            preexec_fn=lambda: os.close(os.open(os.ttyname(theirs), os.O_RDWR)),  # its Ctrl+C is a signal
        )  # fmt: skip
        os.close(theirs)

    def wait_for(self, text: bytes) -> None:
        while text not in self.seen:
            self.seen += os.read(self.terminal, 65536)

    def ended(self) -> int:
        try:
            while piece := os.read(self.terminal, 65536):
                self.seen += piece
        except OSError:  # Linux says "input/output error" once the other end is closed
            pass
        os.close(self.terminal)
        return self.process.wait(timeout=120)


@pytest.fixture
def person(tmp_path, request):
    return lambda *words: Person(list(words), tmp_path, home_of(tmp_path, request))


def test_where_it_is_is_said_in_place_and_control_c_leaves_it_running(studytui, program, person):
    assert studytui("run", "--detach", program(QUIET)).returncode == 0
    one = person("attach")
    one.wait_for(b"; Ctrl+C leaves it running")
    one.wait_for(b"run 1: loss 4 at step ")
    assert b"\r\x1b[K" in one.seen
    os.write(one.terminal, b"\x03")
    assert one.ended() == 0
    assert b"run 1 goes on; studytui attach 1 --stop ends it" in one.seen
    assert json.loads(studytui("runs", "--json").stdout)["state"] == "running"
    assert studytui("attach", "--stop").returncode == 0


def test_of_much_output_a_terminal_gets_the_end_unless_all_is_asked_for(studytui, program, person):
    assert studytui("run", "--detach", program(MUCH)).returncode == 0
    whole = studytui("attach").stdout.decode().splitlines()
    assert len(whole) == 9000
    one = person("attach")
    assert one.ended() == 0
    said, first, *_, last = one.seen.decode().splitlines()
    assert said.endswith("characters before this; --all shows them")
    assert first in whole
    assert last == whole[-1]
    assert len(one.seen) < 80_000
    every = person("attach", "--all")
    assert every.ended() == 0
    assert every.seen.decode().splitlines() == whole
