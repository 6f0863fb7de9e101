"""How a run ended, in words that name the cause and the next step."""

import signal

import pytest

from studytui.runner.events import Failed, Status
from studytui.runner.postmortem.endings import Ending, describe, dumped_line
from studytui.runner.request import Limits
from studytui.sandbox.wire import EXIT_UNCONFINED, Reason

DUMP = """Fatal Python error: Segmentation fault

Current thread 0x00007f (most recent call first):
  File "/usr/lib/python3.11/ctypes/__init__.py", line 519 in string_at
  File "snippet.py", line 4 in crash
  File "snippet.py", line 6 in <module>

Extension modules: torch._C (total: 1)
"""


def test_nothing_is_said_when_all_went_well():
    assert describe(Ending(Status.OK)) == ""


def test_an_exception_is_named_with_its_line():
    failed = Failed("ValueError", "no", 3, "")
    assert describe(Ending(Status.ERROR, 1, failed=failed)) == "Ended by ValueError at line 3."


def test_an_exit_code_of_one_s_own():
    assert describe(Ending(Status.ERROR, 3)) == "Ended with exit code 3, as the code asked."


def test_a_crash_names_the_line_that_faulthandler_saw():
    assert dumped_line(DUMP, "snippet.py") == 4
    words = describe(Ending(Status.CRASHED, -11, signal=signal.SIGSEGV, stderr=DUMP))
    assert words.startswith("Crashed in compiled code (segmentation fault) at line 4.")


def test_no_line_is_guessed():
    assert dumped_line('File "snippet.py", line 4 in crash', "snippet.py") is None
    assert dumped_line(DUMP, "other.py") is None


@pytest.mark.parametrize(
    ("ending", "cause", "step"),
    [
        (Ending(Status.TIMEOUT, reason=Reason.TIMEOUT, limits=Limits(timeout=5)), "after 5 s", "--timeout"),
        (
            Ending(Status.MEMORY, reason=Reason.MEMORY, max_rss=5 << 30),
            "4 GiB of memory (it had 5 GiB)",
            "--memory",
        ),
        (Ending(Status.KILLED, reason=Reason.PROCESSES), "64 processes", "num_workers=0"),
        (Ending(Status.KILLED, reason=Reason.DISK), "1 GiB of files", "Save less often"),
        (Ending(Status.KILLED, reason=Reason.LOST), "was lost", "Run it again"),
        (Ending(Status.KILLED, signal=9), "SIGKILL from outside", "dmesg"),
        (Ending(Status.KILLED, EXIT_UNCONFINED), "did not load", "studytui doctor"),
        (Ending(Status.CRASHED, -6, signal=6), "abort", "standard error"),
        (Ending(Status.CRASHED, -4, signal=4), "lacks an instruction", "Install a build"),
        (Ending(Status.CRASHED, -31, signal=31), "SIGSYS", "Run it again"),
        (Ending(Status.CRASHED, 3), "code 3", "os._exit"),
    ],
)
def test_each_ending_names_its_cause_and_a_next_step(ending, cause, step):
    words = describe(ending)
    assert cause in words
    assert step in words


def test_an_interruption_and_a_kill_on_request_are_plain():
    assert describe(Ending(Status.ERROR, 130, Reason.INTERRUPTED, seconds=2.04)) == "Interrupted after 2.0 s."
    assert describe(Ending(Status.KILLED, -9, Reason.KILLED, 9, 0.5)) == "Killed after 0.5 s."
