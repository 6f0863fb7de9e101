"""Brackets as tall as what they hold."""

from __future__ import annotations

from studytui.course.formula.boxes import Box, text

# Upper end, middle, lower end; curly ones also the point in the middle.
_PARTS = {
    "(": "⎛⎜⎝",
    ")": "⎞⎟⎠",
    "[": "⎡⎢⎣",
    "]": "⎤⎥⎦",
    "⌊": "⎢⎢⎣",
    "⌋": "⎥⎥⎦",
    "⌈": "⎡⎢⎢",
    "⌉": "⎤⎥⎥",
    "|": "│││",
    "‖": "║║║",
    "{": "⎧⎪⎩⎨",
    "}": "⎫⎪⎭⎬",
}


def fence(sign: str, height: int, base: int) -> Box:
    """The sign, `height` lines tall."""
    if not sign or height <= 1:
        return text(sign)
    parts = _PARTS.get(sign)
    if parts is None:
        return Box(tuple(sign if row == base else " " * len(sign) for row in range(height)), base)
    lines = [parts[0], *[parts[1]] * (height - 2), parts[2]]
    if len(parts) == 4:
        if height == 2:
            return Box(("⎰", "⎱") if sign == "{" else ("⎱", "⎰"), base)
        lines[height // 2] = parts[3]
    return Box(tuple(lines), base)
