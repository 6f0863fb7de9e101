"""Images as shaded cells: a colour for each level, and a pattern that says the same without colour."""

from __future__ import annotations

import math

from studytui.plot.axis import Axis
from studytui.plot.canvas import Canvas
from studytui.plot.chart import Gap, Image
from studytui.plot.numbers import short
from studytui.plot.palette import SHADES
from studytui.plot.plotext_adapter import Frame
from studytui.plot.scene import Scene

PATTERNS = " ░▒▓█"
NUMBER_CELLS = 6
"""Pixels at least this wide get their number written into them."""


def draw_image(canvas: Canvas, scene: Scene, image: Image, area: Frame) -> None:
    """The image over the cells of the area; where several pixels share a cell, their mean."""
    if not image.rows or not image.rows[0]:
        return
    wide, tall = max(map(len, image.rows)), len(image.rows)
    across = [_pixels(scene.x, c, area.columns, image.x_range, wide) for c in range(area.columns)]
    for line in range(area.lines):
        down = _pixels(scene.y, area.lines - 1 - line, area.lines, image.y_range, tall)
        rows = [image.rows[tall - 1 - index] for index in down]
        for col, columns in enumerate(across):
            level = _mean([row[c] for row in rows for c in columns if c < len(row)])
            if level is not None:
                canvas.put(area.top + line, area.left + col, pattern(level), role(level))
    _write_numbers(canvas, scene, image, area)


def pattern(level: float) -> str:
    """The pattern of a level from 0 to 1."""
    return PATTERNS[min(int(level * len(PATTERNS)), len(PATTERNS) - 1)]


def role(level: float) -> str:
    """The role of a level from 0 to 1: `shade-0` … `shade-11`."""
    return f"shade-{min(int(level * len(SHADES)), len(SHADES) - 1)}"


def _mean(levels: list[Gap]) -> float | None:
    known = [level for level in levels if level is not None]
    return sum(known) / len(known) if known else None


def _pixels(axis: Axis, cell: int, cells: int, over: tuple[float, float], count: int) -> range:
    """Which of `count` pixels across the range `over` lie under a cell; none outside."""
    low, high = axis.fraction(over[0]), axis.fraction(over[1])
    if low is None or high is None or low == high:
        return range(0)
    low, high = min(low, high), max(low, high)
    middle = ((cell + 0.5) / cells - low) / (high - low)
    if not 0 <= middle <= 1:
        return range(0)
    half = 0.5 / cells / (high - low)
    first = math.floor(max(0.0, middle - half) * count + 0.5)
    last = math.floor(min(1.0, middle + half) * count + 0.5)
    nearest = min(int(middle * count), count - 1)
    return range(min(first, count), min(last, count)) if last > first else range(nearest, nearest + 1)


def _write_numbers(canvas: Canvas, scene: Scene, image: Image, area: Frame) -> None:
    """The values of few and large pixels."""
    wide, tall = max(map(len, image.rows)), len(image.rows)
    if area.columns / wide < NUMBER_CELLS or area.lines < tall:
        return
    for r, row in enumerate(image.rows):
        for c, level in enumerate(row):
            x, y = _middle(image.x_range, c, wide), _middle(image.y_range, tall - 1 - r, tall)
            across, up = scene.x.fraction(x), scene.y.fraction(y)
            if level is None or across is None or up is None or not (0 <= across <= 1 and 0 <= up <= 1):
                continue
            text = short(_value(image, level), 3)[: area.columns // wide - 1]
            col = round(across * area.columns - len(text) / 2)
            line = min(int((1 - up) * area.lines), area.lines - 1)
            canvas.write(area.top + line, area.left + max(0, col), text, f"{role(level)}-text")


def _middle(over: tuple[float, float], index: int, count: int) -> float:
    part = (index + 0.5) / count
    return over[0] * (1 - part) + over[1] * part


def _value(image: Image, level: float) -> float:
    return image.low * (1 - level) + image.high * level
