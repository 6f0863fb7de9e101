"""Carry out in the app what the user has set."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studytui.settings.model import Settings
from studytui.tui.themes import THEMES

if TYPE_CHECKING:
    from studytui.tui.app import StudyApp


def prepare(app: StudyApp) -> None:
    """Before the first paint: themes have to be known, and the wire as quiet as was asked."""
    for theme in THEMES:
        app.register_theme(theme)
    follow(app, app.settings)


def follow(app: StudyApp, settings: Settings) -> None:
    """Make everything that can change while the app runs as the settings say."""
    app.settings = settings
    app.theme = settings.theme
    app.lean = settings.lean == "yes"
    if app.remote:
        app.animation_level = "none"
    app.set_keymap(settings.keys)


def quiet(settings: Settings, remote: bool) -> bool:
    """Whether nothing may blink or glide."""
    return settings.quiet == "yes" or (settings.quiet == "auto" and remote)
