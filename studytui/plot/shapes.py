"""The data of one line as dots."""

from __future__ import annotations

import math
from collections.abc import Callable

from studytui.plot.chart import Gap, Line
from studytui.plot.dashes import PATTERNS, dashed
from studytui.plot.dots import Layer, Point
from studytui.plot.scene import Scene


def layer(scene: Scene, line: Line, columns: int, lines: int) -> Layer:
    """The dots of a line on columns × lines cells."""
    dots = Layer(columns * 2, lines * 4)
    _SHAPES[line.kind](scene, line, dots)
    return dots


def _column(scene: Scene, dots: Layer, x: Gap) -> float | None:
    at = scene.x.fraction(x)
    return None if at is None else at * (dots.width - 1)


def _row(scene: Scene, dots: Layer, y: Gap) -> float | None:
    at = scene.y.fraction(y)
    return None if at is None else at * (dots.height - 1)


def points(scene: Scene, line: Line, dots: Layer) -> list[Point]:
    """The line's points in dots; None for gaps and for what the axes cannot show."""
    across, up = dots.width - 1, dots.height - 1
    placed = zip(scene.x.fractions(line.xs), scene.y.fractions(line.ys), strict=False)
    return [None if x is None or y is None else (x * across, y * up) for x, y in placed]


def _line(scene: Scene, line: Line, dots: Layer) -> None:
    path = points(scene, line, dots)
    dots.polyline(path if line.dash == "solid" else dashed(path, PATTERNS[line.dash]))


def _points(scene: Scene, line: Line, dots: Layer) -> None:
    for point in points(scene, line, dots):
        if point is not None:
            dots.dot(*point)


def _bars(scene: Scene, line: Line, dots: Layer) -> None:
    for i, (x, y) in enumerate(zip(line.xs, line.ys, strict=False)):
        left, right = _column(scene, dots, x - line.span / 2), _column(scene, dots, x + line.span / 2)
        if y is None or left is None or right is None:
            continue
        edges = _edges(scene, dots, y, _at(line.lows, i, 0.0))
        first = max(0, math.ceil(left - 0.5))
        last = min(dots.width - 1, max(first, math.ceil(right - 0.5) - 1))
        if edges and right >= 0:
            for column in range(first, last + 1):
                dots.run(column, *edges)


def _edges(scene: Scene, dots: Layer, y: float, low: Gap) -> tuple[int, int] | None:
    top = _row(scene, dots, y)
    # A logarithmic axis has no zero: its bars stand on the lower edge.
    foot = _row(scene, dots, low) if low is not None else None
    if top is None:
        return None
    low_row, high_row = sorted((top, 0.0 if foot is None else foot))
    return math.floor(low_row + 0.5), math.floor(high_row + 0.5)


def _band(scene: Scene, line: Line, dots: Layer) -> None:
    """Each stretch between two gaps is a shape of its own: several may lie in the same columns."""
    edge = Line("", line.xs, line.lows or (0.0,) * len(line.xs))
    tops, lows = points(scene, line, dots), points(scene, edge, dots)
    stretch: list[tuple[Point, Point]] = []
    for top, low in zip(tops, lows, strict=False):
        if top is not None and low is not None:
            stretch.append((top, low))
        elif stretch:
            _hatched(stretch, dots, edged=True)
            stretch = []
    _hatched(stretch, dots, edged=None in line.ys)


def _hatched(stretch: list[tuple[Point, Point]], dots: Layer, *, edged: bool) -> None:
    """Shapes among others get an edge: small ones, such as arrows, would be lost in the pattern."""
    upper, lower = Layer(dots.width, dots.height), Layer(dots.width, dots.height)
    upper.polyline(top for top, _ in stretch)
    lower.polyline(low for _, low in stretch)
    for column, (a, b) in enumerate(zip(upper.columns, lower.columns, strict=True)):
        if a and b:
            both = a | b
            dots.hatch(column, (both & -both).bit_length() - 1, both.bit_length() - 1)
            dots.columns[column] |= both if edged else 0


def _at(values: tuple[Gap, ...], index: int, default: float) -> Gap:
    return values[index] if index < len(values) else default


_SHAPES: dict[str, Callable[[Scene, Line, Layer], None]] = {
    "line": _line,
    "points": _points,
    "bars": _bars,
    "band": _band,
}
