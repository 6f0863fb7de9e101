"""`studytui`: choose the command, run it, turn errors into one line and an exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Protocol, cast

from studytui import __version__
from studytui.cli.commands import COMMANDS, DEFAULT, overview
from studytui.errors import Exit, StudytuiError

BROKEN_PIPE = 141
"""As a shell reports a program that SIGPIPE ended."""


class CommandModule(Protocol):
    """What each file of a command has."""

    def main(self, words: Sequence[str]) -> int: ...


def main(words: Sequence[str] | None = None) -> int:
    """Run `studytui` with these words (None: the command line's); returns the exit code."""
    words = sys.argv[1:] if words is None else words
    try:
        code = _dispatch(words)
        sys.stdout.flush()
        return code
    except StudytuiError as error:
        print(f"studytui: {error}", file=sys.stderr)
        return error.exit_code
    except BrokenPipeError:
        # Whoever read our output has left; Python's own flush at exit must not complain about it again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return BROKEN_PIPE
    except KeyboardInterrupt:
        return Exit.INTERRUPTED


def _dispatch(words: Sequence[str]) -> int:
    first = words[0] if words else ""
    if first in ("-h", "--help", "help"):
        print(overview())
        return Exit.OK
    if first in ("-V", "--version"):
        print(f"studytui {__version__}")
        return Exit.OK
    name = first if first in COMMANDS else DEFAULT
    module = cast(CommandModule, import_module(f"studytui.cli.{COMMANDS[name].module}"))
    return module.main(words[1:] if name == first else words)
