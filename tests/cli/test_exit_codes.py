"""The exit code is the program's own where python has one, else it names the ending."""

import pytest

from studytui.cli.running.exit_codes import exit_code
from studytui.runner.events import Finished, Status


@pytest.mark.parametrize(
    ("status", "own", "interrupted", "code"),
    [
        (Status.OK, 0, False, 0),
        (Status.ERROR, 1, False, 1),
        (Status.ERROR, 42, False, 42),
        (Status.ERROR, 5, True, 5),
        (Status.CRASHED, 3, False, 3),
        (Status.CRASHED, -11, False, 6),
        (Status.KILLED, -9, False, 6),
        (Status.KILLED, 0, False, 6),
        (Status.KILLED, -9, True, 130),
        (Status.ERROR, 130, True, 130),
        (Status.TIMEOUT, 130, False, 4),
        (Status.MEMORY, -9, False, 5),
    ],
)
def test_exit_code(status, own, interrupted, code):
    assert exit_code(Finished(status, own, 1.0, 1), interrupted=interrupted) == code
