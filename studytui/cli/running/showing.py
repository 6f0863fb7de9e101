"""What the terminal can show: colours, and letters beyond ASCII."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping

from studytui.plot.letters import ascii_text, lettered
from studytui.plot.picture import Picture


def shown(picture: Picture) -> str:
    """The picture as this terminal, file or pipe takes it."""
    fitting = lettered(picture) if ascii_only(os.environ) else picture
    return fitting.ansi() if sys.stdout.isatty() and coloured(os.environ) else fitting.plain()


def worded(text: str) -> str:
    """Words about a picture, likewise."""
    return ascii_text(text) if ascii_only(os.environ) else text


def coloured(environment: Mapping[str, str]) -> bool:
    """Whether colours are wanted: see no-color.org."""
    return not environment.get("NO_COLOR") and environment.get("TERM") != "dumb"


def ascii_only(environment: Mapping[str, str]) -> bool:
    """Whether the locale says so. Without any locale, as in most containers, terminals still know Unicode."""
    names = (environment.get(name, "") for name in ("LC_ALL", "LC_CTYPE", "LANG"))
    locale = next(filter(None, names), "")
    charset = locale.partition(".")[2].partition("@")[0].lower().replace("-", "")
    return bool(locale) and charset != "utf8"
