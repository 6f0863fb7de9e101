"""What the keeper reports about the end: the only word that counts, since no run can reach its pipe."""

from __future__ import annotations

import os
import signal
from typing import Any, Dict, NamedTuple, Optional

_OWN_FAULT = {signal.SIGSEGV, signal.SIGABRT, signal.SIGBUS, signal.SIGFPE, signal.SIGILL, signal.SIGSYS}


class Death(NamedTuple):
    """How the run's main process ended: wait status, and its largest resident size in bytes."""

    status: int
    max_rss: int


def report(
    death: Optional[Death], reason: Optional[str], seconds: float, peak: int, left: int
) -> Dict[str, Any]:
    """The `ended` message. `left` counts processes that could not be ended in time."""
    number = os.WTERMSIG(death.status) if death and os.WIFSIGNALED(death.status) else None
    code = (
        os.WEXITSTATUS(death.status) if death and os.WIFEXITED(death.status) else -(number or signal.SIGKILL)
    )
    return {
        "status": status(code, number, reason),
        "exit_code": code,
        "signal": number,
        "reason": reason,
        "seconds": round(seconds, 6),
        "max_rss": max(peak, death.max_rss if death else 0),
        "left": left,
    }


def status(code: int, number: Optional[int], reason: Optional[str]) -> str:
    """One word for how it ended. A reason, that is an end from outside, outweighs what the run made of it."""
    if reason in ("timeout", "memory"):
        return reason
    if reason is not None:
        return "killed"
    if number is not None:
        return "crashed" if number in _OWN_FAULT else "killed"
    return "ok" if code == 0 else "error"
