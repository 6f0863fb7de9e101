"""The user's consent to runs without a wall around their files: kept for a machine until withdrawn."""

from __future__ import annotations

import json
import shlex
import socket
from collections.abc import Sequence
from datetime import date

from studytui.folders import config_dir
from studytui.writing import write_whole

FILE = "unsafe-files.json"


def settle(asked: bool | None, launcher: Sequence[str]) -> bool:
    """Whether there is consent: as asked now, and remembered; else as remembered. Raises StorageError."""
    if asked is None:
        return since(launcher) is not None
    given = _read()
    known = machine(launcher)
    if asked:
        given.setdefault(known, date.today().isoformat())
    elif given.pop(known, None) is None:
        return False
    _write(given)
    return asked


def since(launcher: Sequence[str]) -> str | None:
    """The day the consent for this machine was given; None without one."""
    return _read().get(machine(launcher))


def machine(launcher: Sequence[str]) -> str:
    """What a consent is for: this host, or whatever host the launcher reaches."""
    return shlex.join(launcher) or socket.gethostname()


def _read() -> dict[str, str]:
    path = config_dir() / FILE
    try:
        found = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return {}  # what cannot be read is no consent
    return {str(key): str(day) for key, day in found.items()} if isinstance(found, dict) else {}


def _write(given: dict[str, str]) -> None:
    write_whole(config_dir() / FILE, json.dumps(given, ensure_ascii=False, indent=1), "the consent")
