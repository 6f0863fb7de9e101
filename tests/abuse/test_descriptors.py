"""Open files: what a run has, what it may do with them, and having very many."""

from __future__ import annotations

import os


def test_a_run_holds_its_four_pipes_and_nothing_else(holding):
    pid, _ = holding("")
    links = {number: os.readlink(f"/proc/{pid}/fd/{number}") for number in os.listdir(f"/proc/{pid}/fd")}
    assert set(links) == {"0", "1", "2", "3"}
    assert all(link.startswith("pipe:") for link in links.values())


def test_descriptors_run_out_for_the_run_alone(walled):
    code = (
        "import os\nheld = []\ntry:\n    while True: held.append(os.open('/dev/null', 0))\n"
        "except OSError as error: print(len(held), error.errno)"
    )
    count, error = walled.run(code).out.split()
    assert int(count) < 1100
    assert error == "24"
    assert walled.run("print('next')").out == "next\n"


def test_closing_everything_ends_only_the_run(walled):
    result = walled.run("import os, time\nos.closerange(0, 4096)\ntime.sleep(0.05)\nraise ValueError")
    assert result.done["status"] == "error"
    assert walled.run("print('next')").out == "next\n"


def test_reopened_and_reconfigured_pipes_harm_nobody(walled):
    """Through /proc a pipe can be opened for its other direction; flags and sizes can be changed."""
    code = """
import fcntl, os
for number in range(4):
    for flags in (os.O_RDONLY | os.O_NONBLOCK, os.O_WRONLY | os.O_NONBLOCK, os.O_RDWR | os.O_NONBLOCK):
        try:
            fd = os.open(f'/proc/self/fd/{number}', flags)
            fcntl.fcntl(fd, 1031, 1 << 20)
            os.read(fd, 10)
        except OSError: pass
    try: fcntl.fcntl(number, fcntl.F_SETFL, os.O_NONBLOCK | os.O_ASYNC | os.O_DIRECT)
    except OSError: pass
print('end')
"""
    walled.run(code)
    assert walled.run("print('next')").out == "next\n"


def test_the_reading_end_cannot_be_kept_from_the_supervisor(walled, helpers):
    """A daemon that holds the pipes cannot hold up the ending."""
    if not walled.mode.forks:
        return
    code = "import os, time\nif os.fork() == 0:\n    os.setsid()\n    time.sleep(60)\nprint('end')"
    result = walled.run(code)
    assert result.out == "end\n"
    assert result.done["left"] == 0
