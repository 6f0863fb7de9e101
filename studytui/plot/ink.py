"""Colours that a figure's own code chose, made readable on the ground they are drawn on."""

from __future__ import annotations

import colorsys
import re

from studytui.plot.chart import series_role

_HEX = re.compile(r"#[0-9a-f]{6}", re.IGNORECASE)
_DARK, _LIGHT, _ANY = (0.45, 1.0), (0.0, 0.5), (0.35, 0.65)
"""Brightness a colour keeps on a dark ground, on a light one, and where nobody knows which it is."""


def ink_role(ink: object, index: int) -> str:
    """`C3` is the fourth series colour of the theme, `#rrggbb` a role of its own; else the next in turn."""
    if isinstance(ink, str) and re.fullmatch(r"C[0-9]", ink):
        return series_role(int(ink[1]))
    if isinstance(ink, str) and _HEX.fullmatch(ink):
        return f"ink-{ink[1:].lower()}"
    return series_role(index)


def rgb(colour: str) -> tuple[int, int, int]:
    """`rrggbb` as three numbers from 0 to 255."""
    return int(colour[:2], 16), int(colour[2:4], 16), int(colour[4:6], 16)


def readable(colour: str, dark: bool | None = None) -> str:
    """The same hue, `rrggbb`, bright or dark enough for the ground; None: for either."""
    low, high = _ANY if dark is None else _DARK if dark else _LIGHT
    red, green, blue = (part / 255 for part in rgb(colour))
    hue, light, saturation = colorsys.rgb_to_hls(red, green, blue)
    parts = colorsys.hls_to_rgb(hue, min(max(light, low), high), saturation)
    return "".join(f"{round(255 * part):02x}" for part in parts)
