"""Where studytui keeps things: settings, progress and scratch state, per the conventions of the system."""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs

APP = "studytui"


def config_dir() -> Path:
    """Settings the user edits. `STUDYTUI_HOME` puts all folders below one place."""
    return _under("config") or Path(platformdirs.user_config_dir(APP))


def data_dir() -> Path:
    """Progress and the learner's own snippets: what a backup should hold."""
    return _under("data") or Path(platformdirs.user_data_dir(APP))


def state_dir() -> Path:
    """Logs and runs in flight: may be deleted at any time."""
    return _under("state") or Path(platformdirs.user_state_dir(APP))


def bundled_lessons() -> Path:
    """The lessons shipped with studytui: inside the wheel, or beside the package in a checkout."""
    package = Path(__file__).resolve().parent
    shipped = package / "_lessons"
    return shipped if shipped.is_dir() else package.parent / "lessons"


def _under(name: str) -> Path | None:
    home = os.environ.get("STUDYTUI_HOME")
    return Path(home).expanduser() / name if home else None
