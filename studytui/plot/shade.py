"""Images as braille: brightness by ordered dithering, so that shapes and shades survive without colour."""

from __future__ import annotations

import math

from studytui.plot.axis import Axis
from studytui.plot.chart import Image
from studytui.plot.dots import Layer
from studytui.plot.scene import Scene

# The 4×4 matrix of B. E. Bayer (1973), as thresholds within (0, 1).
_BAYER = ((0, 8, 2, 10), (12, 4, 14, 6), (3, 11, 1, 9), (15, 7, 13, 5))
_THRESHOLDS = tuple(tuple((level + 0.5) / 16 for level in row) for row in _BAYER)


def image_layer(scene: Scene, image: Image, columns: int, lines: int) -> Layer:
    """The image's dots on columns × lines cells."""
    dots = Layer(columns * 2, lines * 4)
    if not image.rows or not image.rows[0]:
        return dots
    across = [_index(scene.x, x, dots.width, image.x_range, len(image.rows[0])) for x in range(dots.width)]
    for y in range(dots.height):
        index = _index(scene.y, y, dots.height, image.y_range, len(image.rows))
        if index is not None:
            _shade_row(dots, y, image.rows[len(image.rows) - 1 - index], across)
    return dots


def _index(axis: Axis, dot: int, dots: int, over: tuple[float, float], count: int) -> int | None:
    """Which of `count` pixels across the range `over` lies under a dot; None outside."""
    low, high = axis.fraction(over[0]), axis.fraction(over[1])
    if low is None or high is None or low == high:
        return None
    low, high = min(low, high), max(low, high)
    part = ((dot + 0.5) / dots - low) / (high - low)
    return min(math.floor(part * count), count - 1) if 0 <= part <= 1 else None


def _shade_row(dots: Layer, y: int, row: tuple[float | None, ...], across: list[int | None]) -> None:
    thresholds = _THRESHOLDS[y % 4]
    for x, index in enumerate(across):
        level = row[index] if index is not None and index < len(row) else None
        if level is not None and level > thresholds[x % 4]:
            dots.columns[x] |= 1 << y
