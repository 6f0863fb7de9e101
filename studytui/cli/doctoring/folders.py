"""The folders studytui uses, and whether it can write there."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from studytui import folders
from studytui.cli.doctoring.findings import Finding, Section
from studytui.course.packs import installed_packs, packs_dir
from studytui.study.shelf import Shelf
from studytui.study.store import Store


def folders_section() -> Section:
    """Lessons are read; the other folders are written to."""
    lessons = folders.bundled_lessons()
    count = sum(1 for _ in lessons.glob("*/*.yaml"))
    kept = {"progress": folders.data_dir(), "settings": folders.config_dir(), "logs": folders.state_dir()}
    return Section(
        "Folders",
        (
            Finding("lessons", f"{lessons} ({count} lessons)", "ok" if count else "missing"),
            *_packs(),
            *(_written(name, path) for name, path in kept.items()),
        ),
    )


def _packs() -> Iterator[Finding]:
    """The packs installed, and whether the learner has trusted them as they are."""
    packs = installed_packs()
    if not packs:
        yield Finding("packs", f"none; put them into {packs_dir()}")
        return
    store = Store.open()
    try:
        shelf = Shelf(folders.bundled_lessons(), store)
        closed = {each.pack.name for each in shelf.closed}
    finally:
        store.close()
    for pack in packs:
        count = sum(1 for _ in pack.folder.glob("*/*.y*ml"))
        trusted = "not trusted yet" if pack.name in closed else "trusted"
        yield Finding(
            "pack", f"{pack.name} ({count} lesson{'' if count == 1 else 's'}, {trusted}) in {pack.folder}"
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
