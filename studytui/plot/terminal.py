"""Text in the letters that the terminal has."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from studytui.plot.letters import ascii_text, console_text
from studytui.terminal import ascii_only, coloured, console

__all__ = ["Letters", "ascii_only", "coloured", "console", "letters"]

Letters = Callable[[str], str]
"""A text as the terminal can show it, as wide as before."""


def letters(environment: Mapping[str, str]) -> Letters | None:
    """How text has to be changed for this terminal; None when it shows everything."""
    if ascii_only(environment):
        return ascii_text
    return console_text if console(environment) else None
