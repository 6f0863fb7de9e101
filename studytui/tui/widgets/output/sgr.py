"""SGR escape sequences (`ESC [ … m`) as Rich styles. Source: ECMA-48 §8.3.117, xterm's 256 colours."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rich.color import Color
from rich.style import Style

SGR = re.compile(r"\x1b\[([0-9;:]*)m")

ATTRIBUTES: dict[int, dict[str, bool]] = {
    1: {"bold": True},
    2: {"dim": True},
    3: {"italic": True},
    4: {"underline": True},
    7: {"reverse": True},
    9: {"strike": True},
    22: {"bold": False, "dim": False},
    23: {"italic": False},
    24: {"underline": False},
    27: {"reverse": False},
    29: {"strike": False},
}
DEFAULT = Color.default()


def apply(style: Style, parameters: str) -> Style:
    """The style after `ESC [ parameters m`; unknown codes change nothing."""
    codes = iter([int(part) if part.isdecimal() else 0 for part in re.split("[;:]", parameters)])
    for code in codes:
        if code == 0:
            style = Style.null()
        elif code in ATTRIBUTES:
            style += Style(**ATTRIBUTES[code])  # type: ignore[arg-type]
        else:
            style += _colour(code, codes)
    return style


def _colour(code: int, rest: Iterator[int]) -> Style:
    for base, offset in ((30, 0), (90, 8)):
        if base <= code < base + 8:
            return Style(color=Color.from_ansi(code - base + offset))
    for base, offset in ((40, 0), (100, 8)):
        if base <= code < base + 8:
            return Style(bgcolor=Color.from_ansi(code - base + offset))
    if code == 38:
        return Style(color=_extended(rest))
    if code == 48:
        return Style(bgcolor=_extended(rest))
    if code == 39:
        return Style(color=DEFAULT)
    if code == 49:
        return Style(bgcolor=DEFAULT)
    return Style.null()


def _extended(rest: Iterator[int]) -> Color | None:
    """The colour after 38 or 48: `5;n` of 256, or `2;r;g;b`."""
    kind = next(rest, 0)
    if kind == 5:
        return Color.from_ansi(min(next(rest, 0), 255))
    if kind == 2:
        red, green, blue = (min(next(rest, 0), 255) for _ in range(3))
        return Color.from_rgb(red, green, blue)
    return None
