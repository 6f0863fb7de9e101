"""Each way a run can end is told apart, by the keeper, whatever the code did."""

from __future__ import annotations

import pytest

GIB = 1 << 30


def ending(result):
    done = result.done
    return done["status"], done["exit_code"], done["reason"]


def test_code_that_works_is_ok(client):
    result = client.run("import torch\nprint(torch.ones(2) * 3)")
    assert result.out == "tensor([3., 3.])\n"
    assert ending(result) == ("ok", 0, None)
    assert result.done["left"] == 0


def test_an_exception_is_an_error(client):
    result = client.run("x = 1\nx / 0")
    assert ending(result) == ("error", 1, None)
    assert 'File "snippet.py", line 2' in result.err
    assert "ZeroDivisionError" in result.err


@pytest.mark.parametrize(("code", "expected"), [("raise SystemExit(7)", 7), ("import os; os._exit(3)", 3)])
def test_the_exit_code_is_the_learners(client, code, expected):
    assert ending(client.run(code)) == ("error", expected, None)


def test_a_segfault_is_a_crash_that_shows_where(client):
    result = client.run("import ctypes\n\nctypes.string_at(0)")
    assert ending(result) == ("crashed", -11, None)
    assert "Segmentation fault" in result.err
    assert 'File "snippet.py", line 3' in result.err
    assert "studytui_sandbox" not in result.err, "no frame of ours"


def test_a_run_that_kills_itself_is_killed(client):
    result = client.run("import os\nos.kill(os.getpid(), 9)")
    assert ending(result) == ("killed", -9, None)
    assert result.done["signal"] == 9


def test_an_endless_loop_meets_its_deadline_and_shows_where(client):
    result = client.run("n = 0\nwhile True:\n    n += 1", {"timeout": 1})
    assert ending(result) == ("timeout", 130, "timeout")
    assert "KeyboardInterrupt" in result.err
    assert result.done["seconds"] < 30


def test_a_loop_in_c_that_ignores_ctrl_c_is_shown_and_killed(client, helpers):
    code = "import signal\nsignal.signal(2, signal.SIG_IGN)\nsum(range(10**12))"
    helpers.settled(client)  # what is prepared comes to the loop in no time
    result = client.run(code, {"timeout": 3})
    assert ending(result) == ("timeout", -9, "timeout")
    assert 'File "snippet.py", line 3' in result.err


def test_more_memory_than_allowed_names_the_line(client):
    result = client.run("import torch\nx = torch.ones(5 << 28)\nprint('never')", {"memory": GIB})
    assert ending(result) == ("memory", 1, "memory")
    assert 'File "snippet.py", line 2' in result.err
    assert result.done["max_rss"] < GIB


def test_memory_is_summed_over_the_processes_of_a_run(client):
    code = (
        "import os, time\nimport numpy as np\n"
        "for _ in range(4):\n    if os.fork() == 0:\n        held = []\n"
        "        while True: held.append(np.ones(4_000_000))\n"
        "time.sleep(20)"
    )
    result = client.run(code, {"memory": GIB})
    assert ending(result) == ("memory", -9, "memory")


def test_a_full_scratch_folder_ends_the_run(client):
    code = "n = 0\nwhile True:\n    open(str(n), 'wb').write(bytes(1 << 20)); n += 1"
    assert ending(client.run(code, {"scratch": 16 << 20})) == ("killed", -9, "disk")


def test_kill_ends_it_at_once(client):
    run = client.begin("import time\nprint('on', flush=True)\ntime.sleep(60)")
    client.wait_for(run, "out")
    client.send("kill", run=run)
    assert ending(client.finish(run)) == ("killed", -9, "killed")


def test_an_interrupt_is_a_keyboard_interrupt_that_runs_finally(client):
    run = client.begin(
        "import time\ntry:\n    print('on')\n    time.sleep(60)\nfinally:\n    print('tidied')"
    )
    client.wait_for(run, "out")
    client.send("interrupt", run=run)
    result = client.finish(run)
    assert ending(result) == ("killed", 130, "interrupted")
    assert result.out == "tidied\n"
    assert "KeyboardInterrupt" in result.err


def test_threads_and_exit_handlers_end_as_python_ends_them(client):
    code = (
        "import atexit, threading, time\natexit.register(print, 'handler')\nsaid = threading.Event()\n"
        "def later():\n    said.wait(); time.sleep(0.1); print('thread')\n"
        "threading.Thread(target=later).start()\nprint('main')\nsaid.set()"
    )
    assert client.run(code).out == "main\nthread\nhandler\n"


def test_a_device_that_is_not_there_is_said_in_words(client):
    result = client.run("print(1)", device="cuda:99")
    assert result.done["status"] == "error"
    assert "cuda:99" in result.done["message"]
