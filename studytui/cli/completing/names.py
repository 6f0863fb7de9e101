"""Names that shells complete: asked for at each press of Tab, so that they are those of now."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from studytui.course.packs import installed_packs
from studytui.folders import bundled_lessons
from studytui.settings.fields import fields
from studytui.settings.file import load


def lessons() -> list[str]:
    """Ids of the lessons, by their files: nothing is read."""
    folders = [bundled_lessons(), *(pack.folder for pack in installed_packs())]
    return sorted({file.stem for folder in folders for file in folder.glob("*/*.y*ml")})


def profiles() -> list[str]:
    """Names of the places in config.toml. Raises UsageError when the file is broken."""
    return sorted(load().profiles)


def settings() -> list[str]:
    """Names of what can be set."""
    return [each.name for each in fields()]


KINDS: dict[str, Callable[[], Iterable[str]]] = {
    "lessons": lessons,
    "profiles": profiles,
    "settings": settings,
}
