"""A damaged progress file: set aside under another name, never deleted; the last good copy takes over."""

from __future__ import annotations

import os
import shutil
from datetime import datetime
from pathlib import Path

from studytui.study.store.backup import good_backups


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
