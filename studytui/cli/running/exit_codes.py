"""The exit code of `studytui run`: the program's own, or how it was ended."""

from __future__ import annotations

from studytui.errors import Exit
from studytui.runner.events import Finished, Status

_LIMITS = {Status.TIMEOUT: Exit.TIMEOUT, Status.MEMORY: Exit.MEMORY}
_FORCED = (Status.KILLED, Status.CRASHED)


def exit_code(finished: Finished, *, interrupted: bool) -> int:
    """What python itself would have exited with, for endings it knows; otherwise the code for the ending.

    `interrupted`: the user pressed Ctrl+C, so a run that had to be killed counts as interrupted.
    """
    if finished.status in _LIMITS:
        return _LIMITS[finished.status]
    if finished.exit_code == Exit.INTERRUPTED or (interrupted and finished.status in _FORCED):
        return Exit.INTERRUPTED
    own = finished.status is not Status.KILLED and 0 <= finished.exit_code < 256
    return finished.exit_code if own else Exit.DIED
