"""Marks on lines, so that a reader without colour can tell them apart."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from studytui.plot.canvas import Canvas
from studytui.plot.chart import GLYPHS, Line
from studytui.plot.dots import DOTS_ACROSS, DOTS_DOWN, Layer, Point
from studytui.plot.plotext_adapter import Frame
from studytui.plot.scene import Scene
from studytui.plot.shapes import points

FEW_POINTS = 64
"""Up to this many points are drawn as marks of their own instead of single dots."""
APART = 18
"""Cells between two marks of one line, about."""


def draw_glyphs(canvas: Canvas, scene: Scene, area: Frame) -> None:
    """Stamp every line's glyph where it passes certain columns; each line has columns of its own.

    The columns depend on the picture alone, so that marks stay put while a live curve grows.
    """
    marked = [line for line in scene.chart.lines if line.glyph and line.kind == "line"]
    dots = Layer(area.columns * DOTS_ACROSS, area.lines * DOTS_DOWN)
    for number, line in enumerate(marked):
        wanted = [col * DOTS_ACROSS for col in _columns(area, number, len(marked))]
        for across, height in crossings(list(points(scene, line, dots)), wanted):
            col, row = cell_of(area, (across, height))
            if 0 <= row < area.lines:
                canvas.put(area.top + row, area.left + col, line.glyph, line.role)


def cell_of(area: Frame, dot: tuple[float, float]) -> tuple[int, int]:
    """Column and row of the cell that this dot of the data lies in: the very one its line goes through."""
    col, up = math.floor(dot[0] + 0.5) // DOTS_ACROSS, math.floor(dot[1] + 0.5) // DOTS_DOWN
    return col, area.lines - 1 - up


def _columns(area: Frame, number: int, lines: int) -> Sequence[int]:
    first = round(APART * (number + 0.5) / max(1, lines))
    return range(first, area.columns, APART)


def crossings(path: Sequence[Point], columns: Sequence[int]) -> Iterator[tuple[int, float]]:
    """Where the path first passes each column: (column, height), in the units of the path."""
    wanted = list(columns)
    for before, after in pairwise(path):
        if not wanted:
            return
        if before is None or after is None:
            continue
        (x0, y0), (x1, y1) = sorted((before, after))
        for col in [col for col in wanted if x0 <= col <= x1]:
            wanted.remove(col)
            yield col, y0 if x1 == x0 else y0 + (y1 - y0) * (col - x0) / (x1 - x0)


def told_apart(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The same lines; where several have names, each of these has a glyph of its own."""
    named = sorted(
        (line for line in lines if line.name and line.kind in ("line", "points")), key=lambda one: one.dim
    )
    if len(named) < 2:
        return tuple(lines)
    glyphs = {id(line): GLYPHS[number % len(GLYPHS)] for number, line in enumerate(named)}
    return tuple(replace(line, glyph=glyphs.get(id(line), "")) for line in lines)
