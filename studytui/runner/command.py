"""The command line that starts a supervisor, with or without a launcher before it."""

from __future__ import annotations

import shlex
import sys
from pathlib import PurePath

from studytui.runner.bundle import BOOT
from studytui.runner.request import RunnerOptions

REMOTE_PYTHON = "python3"
"""The interpreter behind a launcher, unless another is named: what that host's PATH gives."""


def interpreter(options: RunnerOptions) -> str:
    """The interpreter that will run the snippets."""
    return options.python or (REMOTE_PYTHON if options.launcher else sys.executable)


def command(options: RunnerOptions) -> tuple[str, ...]:
    """Program and arguments. ssh hands its words to a shell over there, so each ssh has them quoted once."""
    words: tuple[str, ...] = (interpreter(options), "-I", "-u", "-c", BOOT)
    for _ in range(sum(PurePath(word).name == "ssh" for word in options.launcher)):
        words = (shlex.join(words),)
    return (*options.launcher, *words)
