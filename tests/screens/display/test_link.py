"""A terminal that reads slowly, not at all, or is gone: typing goes on, the app ends, nothing is lost."""

from __future__ import annotations

import os
import signal
import threading
import time
from pathlib import Path

import pytest

from studytui.study.store import Store
from studytui.tui.display.outlet import LATE, Outlet

SAMPLES = Path(__file__).parents[1] / "data" / "lessons"
PROGRAM = """
import sys
from pathlib import Path
from studytui.course.library import Library
from studytui.runner.request import RunnerOptions
from studytui.study.store import Store
from studytui.tui.app import StudyApp
from studytui.tui.opening import First
app = StudyApp(Library.open(Path(sys.argv[1])), Store.open(), RunnerOptions(), first=First("sample"),
               warm=False, remote=True)
app.run()
raise SystemExit(app.return_code)
"""

IN_A_SESSION = """
import os, signal, sys
from pathlib import Path
if app := os.fork():
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
    code = os.waitstatus_to_exitcode(os.waitpid(app, 0)[1])
    Path(os.environ["STUDYTUI_HOME"], "code").write_text(str(code))
    sys.exit()
os.setsid()
"""
"""Of its own, so that the terminal is not its terminal and no SIGHUP is sent to it."""


def begun(terminal, home: Path, program: str = PROGRAM):
    """In the editor of the second step."""
    one = terminal(program, str(SAMPLES), STUDYTUI_HOME=str(home))
    one.wait_for("1 of 7")
    one.send("n")
    one.wait_for("2 of 7")
    one.send("\r")
    one.wait_for("F10 Next")
    return one


def draft(home: Path) -> str:
    return Store.open(home / "data" / "study.db").draft("sample", "square") or ""


def test_a_terminal_closed_without_a_signal_ends_the_app_and_keeps_the_text(terminal, tmp_path) -> None:
    one = begun(terminal, tmp_path, IN_A_SESSION + PROGRAM)
    one.send("#!")
    one.wait_for("edited")
    nothing, code = os.open(os.devnull, os.O_RDWR), tmp_path / "code"
    os.dup2(nothing, one.fd)  # which closes the terminal
    os.close(nothing)
    end = time.monotonic() + 60
    while not code.exists() or not code.read_text():
        assert time.monotonic() < end, "it is still there"
        time.sleep(0.02)
    assert int(code.read_text()) == 128 + signal.SIGHUP
    assert draft(tmp_path).startswith("#!import")


def test_typing_into_a_terminal_that_is_not_read_is_kept_and_painted_when_it_is(terminal, tmp_path) -> None:
    one = begun(terminal, tmp_path)
    for row in range(40):
        one.send(f"# row {row} {'x' * 60}\r")
        one.send("\x0c" * 20)  # each paints every cell
    one.send("# last\r")
    one.wait_for("# last")
    assert one.settle() < 400_000


def test_a_terminal_that_is_not_read_does_not_keep_the_app_from_ending(terminal, tmp_path) -> None:
    one = begun(terminal, tmp_path)
    one.send("#!")
    one.wait_for("edited")
    one.send("\x0c" * 200)
    os.kill(one.pid, signal.SIGTERM)
    assert os.waitstatus_to_exitcode(os.waitpid(one.pid, 0)[1]) == 128 + signal.SIGTERM
    assert draft(tmp_path).startswith("#!import")


def test_an_outlet_tells_when_it_is_late_and_once_when_it_is_free_again() -> None:
    reading, writing = os.pipe()
    outlet, free = Outlet(writing), threading.Event()
    assert not outlet.late(free.set)
    text = "ä" * 500_000
    outlet.write(text)
    late = threading.Event()
    while not late.wait(LATE):
        if outlet.late(free.set):
            late.set()
    assert not free.is_set()
    received = b""
    while len(received) < 1_000_000:
        received += os.read(reading, 65536)
    assert free.wait(60)
    assert received.decode() == text
    assert not outlet.late(free.set)
    outlet.close()
    os.close(reading)
    os.close(writing)


@pytest.mark.parametrize("still_open", [True, False])
def test_an_outlet_whose_reader_is_gone_takes_what_it_is_given_and_ends(still_open: bool) -> None:
    reading, writing = os.pipe()
    outlet = Outlet(writing)
    if not still_open:
        os.close(reading)
    outlet.write("x" * 1_000_000)
    outlet.write("more")
    outlet.close()
    outlet.write("nothing comes of this")
    if still_open:
        os.close(reading)
    os.close(writing)
