"""Why no process could be started that runs PyTorch code: one line, with what to do."""

from __future__ import annotations

import shlex
from collections.abc import Sequence

from studytui.errors import RunnerUnavailable
from studytui.runner.clean import label
from studytui.runner.command import interpreter
from studytui.runner.launcher_advice import advice
from studytui.runner.request import RunnerOptions
from studytui.runner.status import Ready

PATIENCE = 120.0
"""Seconds of silence after which a local start is given up; a cold disk takes its time."""
QUEUE_PATIENCE = 1800.0
"""The same behind a launcher, which may wait in a cluster's queue."""
CONSENT = "--unsafe-files runs it nevertheless: the code may then read and change your files"


def not_started(options: RunnerOptions, error: OSError) -> RunnerUnavailable:
    """The program could not even be started."""
    if options.launcher:
        return RunnerUnavailable(
            f"launcher {options.launcher[0]!r} cannot be started: {error.strerror}; is it on PATH?"
        )
    return RunnerUnavailable(
        f"interpreter {interpreter(options)!r} cannot be started: {error.strerror}; give one with torch: "
        f"--python PATH"
    )


def ended(options: RunnerOptions, code: int, said: Sequence[str]) -> RunnerUnavailable:
    """It ended before it was ready; its last line usually says why."""
    last = f": {label(said[-1])}" if said else ""
    who = (
        f"launcher {shlex.join(options.launcher)!r}"
        if options.launcher
        else f"interpreter {interpreter(options)!r}"
    )
    helps = advice(said) if options.launcher else ""
    then = f"; {helps}" if helps else ""
    return RunnerUnavailable(f"{who} ended with code {code} before it was ready{last}{then}")


def silent(options: RunnerOptions, seconds: float) -> RunnerUnavailable:
    """No answer."""
    who = shlex.join(options.launcher) if options.launcher else interpreter(options)
    return RunnerUnavailable(
        f"no answer from {who!r} in {seconds:g} s; `studytui doctor` shows what is missing"
    )


def refused(ready: Ready) -> RunnerUnavailable:
    """Isolation is too weak, and the user has not consented."""
    missing = "; ".join(f"{layer}: {why}" for layer, why in ready.missing.items()) or "no file wall"
    return RunnerUnavailable(f"code would not be walled off here ({label(missing)}). {CONSENT}")
