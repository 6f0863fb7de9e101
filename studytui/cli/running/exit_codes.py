"""The exit code of `studytui run`: the program's own, or how it was ended."""

from __future__ import annotations

from studytui.errors import Exit
from studytui.runner.events import Finished, Status

_ENDED = {Status.TIMEOUT: Exit.TIMEOUT, Status.MEMORY: Exit.MEMORY, Status.KILLED: Exit.DIED}


def exit_code(finished: Finished, *, interrupted: bool) -> int:
    """What python itself would have exited with, for endings it knows; otherwise the code for the ending.

    `interrupted`: the user pressed Ctrl+C, so a run that had to be killed counts as interrupted.
    """
    if finished.exit_code == Exit.INTERRUPTED:
        return Exit.INTERRUPTED
    if interrupted and finished.status in (Status.KILLED, Status.CRASHED):
        return Exit.INTERRUPTED
    if finished.status in _ENDED:
        return _ENDED[finished.status]
    return finished.exit_code if 0 <= finished.exit_code < 256 else Exit.DIED
