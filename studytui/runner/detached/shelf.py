"""All detached runs that are kept: numbered from 1, the newest few, those that go on in any case."""

from __future__ import annotations

import shutil
from pathlib import Path

from studytui.errors import StorageError, UsageError
from studytui.folders import state_dir
from studytui.runner.detached.folder import RunFolder
from studytui.runner.detached.order import Order

MOST = 20
"""Runs kept; older ones that are over are deleted."""


def runs_dir() -> Path:
    """Where they are."""
    return state_dir() / "runs"


def new(order: Order) -> tuple[RunFolder, int]:
    """A folder under the next free number, and the descriptor of its lock. Raises StorageError."""
    top = runs_dir()
    try:
        top.mkdir(parents=True, exist_ok=True, mode=0o700)
        folder = _numbered(top)
        lock = folder.claim()
        folder.write_order(order)
    except OSError as error:
        raise StorageError(
            f"{top}: the run cannot be kept: {(error.strerror or str(error)).lower()}"
        ) from error
    forget_old()
    return folder, lock


def runs() -> list[RunFolder]:
    """All of them, the newest first."""
    try:
        paths = [path for path in runs_dir().iterdir() if path.name.isascii() and path.name.isdigit()]
    except OSError:
        return []  # no run was ever detached
    return [RunFolder(path) for path in sorted(paths, key=lambda path: int(path.name), reverse=True)]


def find(number: str) -> RunFolder:
    """The run of this number; the newest for "". Raises UsageError: there is none."""
    known = runs()
    if not known:
        raise UsageError("there is no detached run; `studytui run --detach FILE` starts one")
    if not number:
        return known[0]
    for folder in known:
        if folder.id == number:
            return folder
    raise UsageError(f"there is no detached run {number!r}; `studytui runs` lists them")


def forget_old() -> None:
    """Delete what is over and not among the newest."""
    for folder in runs()[MOST:]:
        if not folder.watched:
            shutil.rmtree(folder.path, ignore_errors=True)  # what cannot be deleted now is so the next time


def _numbered(top: Path) -> RunFolder:
    """Make the folder of the next number; somebody else may be doing the same."""
    number = int(known[0].id) + 1 if (known := runs()) else 1
    while True:
        try:
            (top / str(number)).mkdir(mode=0o700)
            return RunFolder(top / str(number))
        except FileExistsError:
            number += 1
