"""What the terminal can show, by its environment: colours, and letters beyond ASCII."""

from __future__ import annotations

from collections.abc import Mapping


def few_letters(environment: Mapping[str, str]) -> bool:
    """Whether it lacks some of the letters that are drawn with."""
    return ascii_only(environment) or console(environment)


def coloured(environment: Mapping[str, str]) -> bool:
    """Whether colours are wanted: see no-color.org."""
    return not environment.get("NO_COLOR") and environment.get("TERM") != "dumb"


def ascii_only(environment: Mapping[str, str]) -> bool:
    """Whether the locale says so. Without any locale, as in most containers, terminals still know Unicode."""
    names = (environment.get(name, "") for name in ("LC_ALL", "LC_CTYPE", "LANG"))
    locale = next(filter(None, names), "")
    charset = locale.partition(".")[2].partition("@")[0].lower().replace("-", "")
    return bool(locale) and charset != "utf8"


def console(environment: Mapping[str, str]) -> bool:
    """Whether this is the console of Linux itself: a font of 256 characters, none of them braille."""
    return environment.get("TERM", "").partition("-")[0] == "linux"
