"""`input()`: the question goes to the app as a message, the answer comes through standard input."""

from __future__ import annotations

import builtins
import sys
from typing import Callable

_LONGEST_PROMPT = 1000


def replace_input(emit: Callable[..., None], interactive: bool) -> None:
    """Make `builtins.input` ask through `emit`; without `interactive` it reads what was given."""

    def ask(prompt: object = "") -> str:
        sys.stdout.write(str(prompt))
        sys.stdout.flush()
        if interactive:
            emit("input", prompt=str(prompt)[:_LONGEST_PROMPT])
        line = sys.stdin.readline()
        if not line:
            raise EOFError("EOF when reading a line")
        return line[:-1] if line.endswith("\n") else line

    ask.__name__ = ask.__qualname__ = "input"
    builtins.input = ask
