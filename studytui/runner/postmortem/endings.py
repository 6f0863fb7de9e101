"""How a run ended, in one or two sentences: what happened, where, and what to do next. Never a guess."""

from __future__ import annotations

import re
import signal
from collections.abc import Callable

from msgspec import Struct

from studytui.runner.events import Failed, Status
from studytui.runner.request import Limits
from studytui.runner.sizes import amount
from studytui.sandbox.wire import EXIT_UNCONFINED, Reason


class Ending(Struct, frozen=True):
    """What is known about an ending, all of it from the keeper except `failed` and `stderr`."""

    status: Status
    exit_code: int = 0
    reason: str | None = None
    signal: int = 0
    """Number of the signal that ended the process; 0: none."""
    seconds: float = 0.0
    max_rss: int = 0
    limits: Limits = Limits()
    name: str = "snippet.py"
    failed: Failed | None = None
    stderr: str = ""
    """The last of what standard error received: faulthandler's dump is there."""


def describe(ending: Ending) -> str:
    """The ending in words; empty when all went well."""
    words = _REASONS.get(ending.reason or "") or _STATUSES[ending.status]
    return words(ending)


def dumped_line(stderr: str, name: str) -> int | None:
    """The line of the snippet that was running according to faulthandler, from 1; None if it did not say.

    faulthandler lists the most recent call first, so the first frame of the snippet is the deepest one.
    """
    dump = stderr.rpartition("(most recent call first)")[2] if "most recent call first" in stderr else ""
    found = re.search(rf'File "{re.escape(name)}", line (\d+)', dump)
    return int(found[1]) if found else None


def _where(ending: Ending) -> str:
    line = ending.failed.line if ending.failed is not None else dumped_line(ending.stderr, ending.name)
    return f" at line {line}" if line else ""


def _ok(ending: Ending) -> str:
    return ""


def _error(ending: Ending) -> str:
    if ending.failed is not None:
        return f"Ended by {ending.failed.error}{_where(ending)}."
    return f"Ended with exit code {ending.exit_code}, as the code asked."


def _interrupted(ending: Ending) -> str:
    return f"Interrupted after {ending.seconds:.1f} s{_where(ending)}."


def _timeout(ending: Ending) -> str:
    return (
        f"Stopped{_where(ending)} after {ending.limits.timeout:g} s, the time limit. Is there a loop that "
        "never ends? Otherwise run fewer steps, or allow more with --timeout."
    )


def _memory(ending: Ending) -> str:
    peak = f" (it had {amount(ending.max_rss)})" if ending.max_rss else ""
    return (
        f"Stopped{_where(ending)}: it wanted more than {amount(ending.limits.memory)} of memory{peak}. Make "
        "the tensors or the batch smaller, keep loss.item() rather than loss in a list, or allow more with "
        "--memory."
    )


def _processes(ending: Ending) -> str:
    return (
        f"Stopped for starting more than {ending.limits.processes} processes. A DataLoader needs few "
        "workers: num_workers=0 loads in the run itself."
    )


def _disk(ending: Ending) -> str:
    return (
        f"Stopped for writing more than {amount(ending.limits.scratch)} of files. Save less often, or to one "
        "file that is overwritten."
    )


def _idle(ending: Ending) -> str:
    return "The finished process has ended: nobody asked it anything for a while. Run again to go on asking."


def _killed(ending: Ending) -> str:
    if ending.exit_code == EXIT_UNCONFINED:
        return "Not run: a layer of isolation that must be there did not load. `studytui doctor` shows which."
    if ending.reason is None and ending.signal:
        return f"Killed by {_signal_name(ending.signal)} from outside. {_KILLED_OUTSIDE}"
    return f"Killed after {ending.seconds:.1f} s{_where(ending)}."


def _lost(ending: Ending) -> str:
    return (
        "The process that watches over the run was lost, and the run with it. Run it again; if that repeats, "
        f"{_KILLED_OUTSIDE[0].lower()}{_KILLED_OUTSIDE[1:]}"
    )


_KILLED_OUTSIDE = (
    'The machine may be short of memory: its log (dmesg) would say "Out of memory"; or ask its owner.'
)


def _crashed(ending: Ending) -> str:
    if not ending.signal:
        return (
            f"The process ended by itself with code {ending.exit_code}, without Python's goodbye "
            "(os._exit, or a library that gave up)."
        )
    return _CRASHES.get(ending.signal, _any_crash)(ending)


def _segfault(ending: Ending) -> str:
    return (
        f"Crashed in compiled code (segmentation fault){_where(ending)}. Python code alone cannot do this: "
        "look for ctypes, endless recursion, or a tensor made from memory that is gone (from_numpy, "
        "frombuffer)."
    )


def _aborted(ending: Ending) -> str:
    return (
        f"Compiled code gave up (abort){_where(ending)}. The last lines on standard error say why; often "
        "memory could not be had, or a library found itself in an impossible state."
    )


def _bad_instruction(ending: Ending) -> str:
    return (
        f"This processor lacks an instruction that compiled code used{_where(ending)}. Install a build of "
        "torch for this machine."
    )


def _any_crash(ending: Ending) -> str:
    return (
        f"Crashed: the process was ended by {_signal_name(ending.signal)}{_where(ending)}. Run it again to "
        "see whether it repeats."
    )


def _signal_name(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return f"signal {number}"


_CRASHES: dict[int, Callable[[Ending], str]] = {
    signal.SIGSEGV: _segfault,
    signal.SIGBUS: _segfault,
    signal.SIGABRT: _aborted,
    signal.SIGILL: _bad_instruction,
}
_REASONS: dict[str, Callable[[Ending], str]] = {
    Reason.INTERRUPTED: _interrupted,
    Reason.TIMEOUT: _timeout,
    Reason.MEMORY: _memory,
    Reason.PROCESSES: _processes,
    Reason.DISK: _disk,
    Reason.LOST: _lost,
    Reason.IDLE: _idle,
}
_STATUSES: dict[Status, Callable[[Ending], str]] = {
    Status.OK: _ok,
    Status.ERROR: _error,
    Status.TIMEOUT: _timeout,
    Status.MEMORY: _memory,
    Status.KILLED: _killed,
    Status.CRASHED: _crashed,
}
