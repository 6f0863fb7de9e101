"""The folders of runs: made private, removed whole, whatever was put in them."""

from __future__ import annotations

import os
import stat
from typing import List


def make(root: str, number: int) -> str:
    """A fresh folder for a run."""
    path = os.path.join(root, "runs", str(number))
    os.makedirs(path, mode=0o700)
    return path


def remove_aside(path: str) -> None:
    """Remove `path` in a child process, so that a million files keep nobody waiting."""
    if os.fork() == 0:
        try:
            os.closerange(0, 1024)  # above all the runs' control pipes: their end must mean our end
            remove(path)
        finally:
            os._exit(0)


def remove(path: str) -> None:
    """Remove a tree of any depth without recursion and without following anything; what cannot go, stays."""
    waiting, seen = [path], set()
    while waiting:
        folder = waiting[-1]
        inner = [] if folder in seen else _clear(folder)
        seen.add(folder)
        if not inner:
            waiting.pop()
            _try_rmdir(folder)
        for name in inner:
            waiting.append(_hoist(os.path.join(folder, name), "%s.%d" % (path, len(waiting) + len(seen))))


def _clear(folder: str) -> List[str]:
    """Unlink the files; names of the folders in it."""
    inner: List[str] = []
    _open_up(folder)
    try:
        with os.scandir(folder) as entries:
            for entry in list(entries):
                if entry.is_dir(follow_symlinks=False):
                    inner.append(entry.name)
                else:
                    os.unlink(entry.path)
    except OSError:
        pass  # unreadable even for its owner
    return inner


def _hoist(folder: str, place: str) -> str:
    """Move a folder up to where paths are short; where that fails it is dealt with in place."""
    try:
        _open_up(folder)
        os.rename(folder, place)
        return place
    except OSError:
        return folder


def _open_up(folder: str) -> None:
    try:
        if stat.S_IMODE(os.lstat(folder).st_mode) & 0o700 != 0o700:
            os.chmod(folder, 0o700)
    except OSError:
        pass  # gone


def _try_rmdir(folder: str) -> None:
    try:
        os.rmdir(folder)
    except OSError:
        pass  # something in it could not be removed
