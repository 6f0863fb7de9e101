"""Where to run: what the command line says first, then the profile, then the rest of the file."""

from __future__ import annotations

from difflib import get_close_matches
from typing import Any

from studytui.errors import UsageError
from studytui.settings.model import Settings, Where


def chosen(settings: Settings, profile: str | None, given: dict[str, Any]) -> Where:
    """The place; `given` holds what the command line said, None for what it left open. Raises UsageError."""
    name = settings.profile if profile is None else profile
    base = _profile(settings, name) if name else settings
    said = {key: value for key, value in given.items() if value is not None}
    return Where(**{key: said.get(key, getattr(base, key)) for key in Where.__struct_fields__})


def _profile(settings: Settings, name: str) -> Where:
    if name in settings.profiles:
        return settings.profiles[name]
    near = get_close_matches(name, settings.profiles, n=1)
    known = ", ".join(settings.profiles) or "none so far: [profiles.NAME] in config.toml makes one"
    raise UsageError(
        f"there is no profile {name!r}; " + (f"did you mean {near[0]!r}?" if near else f"there are {known}")
    )
