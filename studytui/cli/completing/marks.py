"""Mark each argument with what completes it: files, folders, or names of studytui's own."""

from __future__ import annotations

import argparse
from typing import Any

import shtab

LIST = "studytui completion --list"
_BY_METAVAR = {"FILE": shtab.FILE, "NOTES": shtab.FILE, "PATH": shtab.FILE, "DIR": shtab.DIRECTORY}
_BY_DEST = {"lesson": "lessons", "profile": "profiles", "name": "settings"}


def mark(parser: argparse.ArgumentParser) -> None:
    """Mark the arguments of a parser and of the commands below it."""
    for action in parser._actions:  # argparse has no public list of them; shtab walks the same
        if isinstance(action, argparse._SubParsersAction):
            for below in action.choices.values():
                mark(below)
        elif (completed := _completed(action)) is not None:
            action.complete = completed  # type: ignore[attr-defined]


def named(kind: str) -> Any:
    """What completes to names of that kind; nothing while the names cannot be read."""
    return shtab.cmd(f"{LIST} {kind} 2>/dev/null")


def _completed(action: argparse.Action) -> Any:
    if action.choices is not None:
        return None
    if action.dest in _BY_DEST:
        return named(_BY_DEST[action.dest])
    if action.dest == "device":
        return shtab.cmd("echo auto; echo cpu; echo cuda")
    return _BY_METAVAR.get(str(action.metavar))
