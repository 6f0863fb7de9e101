"""Pictures and words as standard output takes them."""

from __future__ import annotations

import os
import sys

from studytui.plot.letters import lettered
from studytui.plot.picture import Picture
from studytui.plot.terminal import letters
from studytui.terminal import coloured


def shown(picture: Picture) -> str:
    """The picture as this terminal, file or pipe takes it."""
    change = letters(os.environ)
    fitting = lettered(picture, change) if change else picture
    return fitting.ansi() if sys.stdout.isatty() and coloured(os.environ) else fitting.plain()


def worded(text: str) -> str:
    """Words about a picture, likewise."""
    change = letters(os.environ)
    return change(text) if change else text
