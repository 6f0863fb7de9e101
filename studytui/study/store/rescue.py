"""A damaged progress file: set aside under another name, never deleted; the last good copy takes over."""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

from studytui.study.store.backup import good_backups


@contextmanager
def no_rescue(path: Path) -> Iterator[None]:
    """Hold a rescue off, or wait for the one under way. Raises OSError.

    While the damaged file is set aside and its copy not yet in place, whoever opens would begin an empty one.
    """
    with _folder_locked(path.parent, fcntl.LOCK_SH):
        yield


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """One studytui at a time: two that find the damage at once must not set aside what the first put in
    place. Raises OSError."""
    with path.with_name(f"{path.name}.rescue").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with _folder_locked(path.parent, fcntl.LOCK_EX):
            yield


@contextmanager
def _folder_locked(folder: Path, how: int) -> Iterator[None]:
    """The folder itself is locked, so that opening leaves no file beside the progress.

    A network file system may lock files only; there an opening may still meet a rescue. Raises OSError.
    """
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):
            fcntl.flock(descriptor, how)
        yield
    finally:
        os.close(descriptor)


def rescue(path: Path, now: datetime) -> str:
    """Set the file aside, put the newest whole backup in its place, and say so. Raises OSError."""
    aside = _set_aside(path, now)
    for backup in good_backups(path):
        unfinished = path.with_name(f"{path.name}.{os.getpid()}.tmp")
        shutil.copyfile(backup, unfinished)
        os.replace(unfinished, path)
        return f"The progress file was damaged: kept as {aside.name}, and {backup.name} put in its place."
    return (
        f"The progress file was damaged: kept as {aside.name}. There was no backup, so progress starts anew."
    )


def _set_aside(path: Path, now: datetime) -> Path:
    aside = path.with_name(f"{path.name}.corrupt-{now:%Y-%m-%d}")
    count = 1
    while aside.exists():
        count += 1
        aside = path.with_name(f"{path.name}.corrupt-{now:%Y-%m-%d}-{count}")
    os.replace(path, aside)
    for tail in ("-wal", "-shm"):
        companion = path.with_name(path.name + tail)
        if companion.exists():
            os.replace(companion, aside.with_name(aside.name + tail))
    return aside
