"""config.toml: where it is, and what in it does not work."""

from __future__ import annotations

from studytui.cli.doctoring.findings import Finding, Section
from studytui.errors import UsageError
from studytui.settings import file
from studytui.settings.keymap import problems
from studytui.settings.model import Settings

REPAIR = "mend that line, or move the file away: without it everything is as studytui comes"


def usable() -> Settings:
    """The settings; the defaults where the file cannot be used, as the doctor looks at that later."""
    try:
        settings = file.load()
    except UsageError:
        return Settings()
    return settings if settings.profile in ("", *settings.profiles) else Settings()


def settings_section() -> Section:
    """Read as at every start; the keys are looked up among those of the app."""
    where = file.path()
    if not where.exists():
        return Section("Settings", (Finding("file", f"none; {where} would be it"),))
    try:
        settings = file.load()
    except UsageError as error:
        return Section("Settings", (Finding("file", str(error), "missing", REPAIR),))
    return Section("Settings", (Finding("file", str(where)), *_profiles(settings), *_keys(settings)))


def _profiles(settings: Settings) -> tuple[Finding, ...]:
    if settings.profile and settings.profile not in settings.profiles:
        words = f"{settings.profile!r} is to be used, and there is no [profiles.{settings.profile}]"
        return (Finding("profile", words, "missing", "`studytui settings profile ''` uses none"),)
    return tuple(Finding("profile", name) for name in settings.profiles)


def _keys(settings: Settings) -> tuple[Finding, ...]:
    if not settings.keys:
        return ()
    from studytui.cli.keys import commands  # every screen of the app, to ask it for its commands

    wrong = problems(settings.keys, commands())
    return tuple(Finding("keys", words, "missing") for words in wrong) or (
        Finding("keys", f"{len(settings.keys)} of your own"),
    )
