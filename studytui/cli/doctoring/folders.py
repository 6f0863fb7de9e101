"""The folders studytui uses, and whether it can write there."""

from __future__ import annotations

import os
from pathlib import Path

from studytui import folders
from studytui.cli.doctoring.findings import Finding, Section


def folders_section() -> Section:
    """Lessons are read; the other folders are written to."""
    lessons = folders.bundled_lessons()
    count = sum(1 for _ in lessons.glob("*/*.yaml"))
    kept = {"progress": folders.data_dir(), "settings": folders.config_dir(), "logs": folders.state_dir()}
    return Section(
        "Folders",
        (
            Finding("lessons", f"{lessons} ({count} lessons)", "ok" if count else "missing"),
            *(_written(name, path) for name, path in kept.items()),
        ),
    )


def _written(name: str, path: Path) -> Finding:
    if _writable(path):
        return Finding(name, str(path))
    advice = "set STUDYTUI_HOME to a folder you can write to; until then nothing is kept"
    return Finding(name, f"{path} cannot be written to", "missing", advice)


def _writable(path: Path) -> bool:
    """Whether files can be made there, or the folder itself can be."""
    existing = next((each for each in (path, *path.parents) if each.exists()), Path("/"))
    return existing.is_dir() and os.access(existing, os.W_OK | os.X_OK)
