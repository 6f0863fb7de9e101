"""The data of a chart as SVG elements: lines, points, bars, bands, images."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from studytui.plot.chart import Image, Line
from studytui.plot.export.clip import near, runs
from studytui.plot.export.paper import Paper, colour, tag
from studytui.plot.glyphs import FEW_POINTS, crossings
from studytui.plot.palette import SHADES

DASHES = {"solid": "", "dashed": "8 5", "dotted": "2 4", "dashdot": "9 4 2 4"}
APART = 150
"""Pixels between two marks on a line."""
Place = tuple[float, float] | None


def strokes(paper: Paper, line: Line, number: int = 0, lines: int = 1) -> Iterator[str]:
    """The elements of one line, which is the `number`-th of `lines` with marks."""
    yield from _KINDS[line.kind](paper, line)
    if line.kind == "line" and line.glyph:
        columns = range(round(paper.left + APART * (number + 0.5) / lines), round(paper.right), APART)
        for x, y in crossings(_places(paper, line), columns):
            yield mark(*near((x, y)), line)


def mark(x: float, y: float, line: Line, size: float = 5.0) -> str:
    """The glyph of a line as a shape."""
    ink = colour(line.role)
    fill = ink if (line.glyph or "●") in "●▲■◆" else "white"
    look: dict[str, float | str] = {"fill": fill, "stroke": ink, "stroke_width": 1.5}
    glyph = line.glyph or "●"
    if glyph in "▲△":
        points = f"{x:.1f},{y - size:.1f} {x + size:.1f},{y + size:.1f} {x - size:.1f},{y + size:.1f}"
        return tag("polygon", points=points, **look)
    if glyph in "■□":
        return tag("rect", x=x - size + 1, y=y - size + 1, width=2 * size - 2, height=2 * size - 2, **look)
    if glyph in "◆◇":
        s = size + 1
        points = f"{x:.1f},{y - s:.1f} {x + s:.1f},{y:.1f} {x:.1f},{y + s:.1f} {x - s:.1f},{y:.1f}"
        return tag("polygon", points=points, **look)
    return tag("circle", cx=x, cy=y, r=size - 0.5, **look)


def picture(paper: Paper, image: Image) -> Iterator[str]:
    """One rectangle a pixel, coloured by its level; gaps stay white."""
    left, right = paper.across(image.x_range[0]), paper.across(image.x_range[1])
    low, high = paper.down(image.y_range[0]), paper.down(image.y_range[1])
    if left is None or right is None or low is None or high is None or not image.rows:
        return
    (left, low), (right, high) = near((left, low)), near((right, high))
    left, right, top, bottom = min(left, right), max(left, right), min(low, high), max(low, high)
    tall = (bottom - top) / len(image.rows)
    for r, row in enumerate(image.rows):
        for c, level in enumerate(row):
            if level is not None:
                wide = (right - left) / len(row)
                ink = SHADES[min(int(level * len(SHADES)), len(SHADES) - 1)]
                # A little too large, so that no white shines through between neighbours.
                yield tag(
                    "rect", x=left + c * wide, y=top + r * tall, width=wide + 0.4, height=tall + 0.4, fill=ink
                )


def _places(paper: Paper, line: Line) -> list[Place]:
    found: list[Place] = []
    for x, y in zip(line.xs, line.ys, strict=False):
        across, down = paper.across(x), paper.down(y)
        found.append(None if across is None or down is None else (across, down))
    return found


def _line(paper: Paper, line: Line) -> Iterator[str]:
    steps = [_drawn(piece) for piece in runs(_places(paper, line))]
    if steps:
        faint = line.role.endswith("-dim")
        yield tag(
            "path", d=" ".join(steps), fill="none", stroke=colour(line.role), stroke_width=1 if faint else 2,
            stroke_dasharray=DASHES[line.dash] or "none", stroke_opacity=0.4 if faint else 1,
            stroke_linecap="round", stroke_linejoin="round",
        )  # fmt: skip


def _drawn(piece: list[tuple[float, float]]) -> str:
    """A path; h0 makes a dot of a point alone between two gaps."""
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in piece) + "h0" * (len(set(piece)) == 1)


def _points(paper: Paper, line: Line) -> Iterator[str]:
    few = len(line.xs) <= FEW_POINTS
    for far in _places(paper, line):
        place = None if far is None else near(far)
        if place is not None and line.glyph and few:
            yield mark(*place, line)
        elif place is not None:
            yield tag("circle", cx=place[0], cy=place[1], r=3.5 if few else 1.8, fill=colour(line.role))


def _bars(paper: Paper, line: Line) -> Iterator[str]:
    for i, (x, y) in enumerate(zip(line.xs, line.ys, strict=False)):
        left, right = paper.across(x - line.span / 2), paper.across(x + line.span / 2)
        top, foot = paper.down(y), paper.down(line.lows[i] if i < len(line.lows) else 0.0)
        if left is not None and right is not None and top is not None:
            (left, top), (right, foot) = (
                near((left, top)),
                near((right, paper.bottom if foot is None else foot)),
            )
            box = {
                "x": min(left, right),
                "width": abs(right - left),
                "y": min(top, foot),
                "height": abs(foot - top),
            }
            yield tag("rect", fill=colour(line.role), fill_opacity=0.8, **box)


def _band(paper: Paper, line: Line) -> Iterator[str]:
    lows = line.lows or (0.0,) * len(line.xs)
    tops, feet = _places(paper, line), _places(paper, Line("", line.xs, lows))
    corners: list[tuple[float, float]] = []
    back: list[tuple[float, float]] = []
    for top, foot in [*zip(tops, feet, strict=False), (None, None)]:
        if top is not None and foot is not None:
            corners.append(near(top))
            back.append(near(foot))
        elif corners:
            points = " ".join(f"{x:.1f},{y:.1f}" for x, y in [*corners, *reversed(back)])
            yield tag("polygon", points=points, fill=colour(line.role), fill_opacity=0.3)
            corners, back = [], []


_KINDS: dict[str, Callable[[Paper, Line], Iterator[str]]] = {
    "line": _line,
    "points": _points,
    "bars": _bars,
    "band": _band,
}
