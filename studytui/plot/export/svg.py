"""A chart as an SVG picture on white, with the axes, legend and notes the terminal shows."""

from __future__ import annotations

from collections.abc import Iterator

from studytui.plot.chart import Chart, Line
from studytui.plot.export.paper import FAINT, HEIGHT, INK, RULE, SIZE, WIDTH, Paper, colour, tag, words
from studytui.plot.export.strokes import DASHES, mark, picture, strokes
from studytui.plot.scene import scene, x_ticks, y_ticks

LETTER = SIZE * 0.58
"""Width of a letter, about."""
ROW = 20


def svg(chart: Chart) -> str:
    """The whole file as text. Never raises: what cannot be shown is left out."""
    settled = scene(chart)
    head = list(_head(chart))
    ticks = y_ticks(settled, 30)
    left = 30 + LETTER * max((len(label) for _, label in ticks), default=1) + 22 * bool(chart.y_label)
    paper = Paper(settled, left, 16.0 + ROW * len(head))
    inside = [*_data(paper), *_marks(paper), *_texts(paper)]
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}"'
            f' height="{HEIGHT}" font-family="DejaVu Sans, sans-serif" font-size="{SIZE}">',
            tag("rect", width=WIDTH, height=HEIGHT, fill="white"),
            *(element for row, elements in enumerate(head) for element in _at(elements, row)),
            *_axes(paper),
            "<clipPath id='area'>" + tag("rect", **_box(paper)) + "</clipPath>",
            "<g clip-path='url(#area)'>",
            *inside,
            "</g>",
            "</svg>",
            "",
        ]
    )


def _box(paper: Paper) -> dict[str, float | str]:
    wide, tall = paper.right - paper.left, paper.bottom - paper.top
    return {"x": paper.left, "y": paper.top, "width": wide, "height": tall}


def _head(chart: Chart) -> Iterator[str | list[Line]]:
    """The rows above the axes: title, legend, notes."""
    if chart.title:
        yield chart.title
    row: list[Line] = []
    shades = [Line(words, (), (), role, kind="bars") for _, words, role in chart.scale]
    for line in (*sorted((line for line in chart.lines if line.name), key=lambda line: line.dim), *shades):
        if row and sum(map(_entry_width, [*row, line])) > WIDTH - 40:
            yield row
            row = []
        row.append(line)
    if row:
        yield row
    yield from chart.notes[:3]


def _entry_width(line: Line) -> float:
    return 58 + LETTER * len(line.name[:40])


def _at(row: str | list[Line], number: int) -> Iterator[str]:
    y = 24.0 + ROW * number
    if isinstance(row, str):
        yield words(20, y, row, font_weight="bold" if number == 0 else "normal")
        return
    x = 20.0
    for line in row:
        ink, middle = colour(line.role), y - SIZE * 0.35
        if line.kind == "line":
            dash = DASHES[line.dash] or "none"
            yield tag(
                "line",
                x1=x,
                x2=x + 32,
                y1=middle,
                y2=middle,
                stroke=ink,
                stroke_width=2,
                stroke_dasharray=dash,
            )
        elif line.kind != "points":
            yield tag(
                "rect",
                x=x,
                y=middle - 6,
                width=32,
                height=12,
                fill=ink,
                fill_opacity=1 if line.role.startswith("shade-") else 0.5,
            )
        if line.glyph or line.kind == "points":
            yield mark(x + 16, middle, line)
        yield words(x + 40, y, line.name[:40])
        x += _entry_width(line)


def _axes(paper: Paper) -> Iterator[str]:
    chart: Chart = paper.scene.chart
    for at, label in x_ticks(paper.scene, 100):
        x = paper.left + at * (paper.right - paper.left)
        yield tag("line", x1=x, x2=x, y1=paper.top, y2=paper.bottom, stroke=RULE)
        yield words(x, paper.bottom + 18, label, text_anchor="middle", fill=FAINT)
    for at, label in y_ticks(paper.scene, 30):
        y = paper.bottom - at * (paper.bottom - paper.top)
        yield tag("line", x1=paper.left, x2=paper.right, y1=y, y2=y, stroke=RULE)
        yield words(paper.left - 8, y + SIZE * 0.35, label, text_anchor="end", fill=FAINT)
    yield tag("rect", fill="none", stroke=FAINT, **_box(paper))
    if chart.x_label:
        yield words((paper.left + paper.right) / 2, paper.bottom + 42, chart.x_label, text_anchor="middle")
    if chart.y_label:
        middle = (paper.top + paper.bottom) / 2
        turn = f"rotate(-90 20 {middle:.0f})"
        yield words(20, middle, chart.y_label, text_anchor="middle", transform=turn)


def _data(paper: Paper) -> Iterator[str]:
    chart = paper.scene.chart
    for image in chart.images:
        yield from picture(paper, image)
    marked = [line for line in chart.lines if line.glyph]
    for line in sorted(chart.lines, key=lambda line: not line.dim):
        number = next((i for i, one in enumerate(marked) if one is line), 0)
        yield from strokes(paper, line, number, max(1, len(marked)))


def _marks(paper: Paper) -> Iterator[str]:
    for one in paper.scene.chart.marks:
        x = paper.across(one.at) if one.kind != "horizontal" else None
        y = paper.down(one.at) if one.kind == "horizontal" else None
        if one.kind == "bad" and x is not None:
            yield words(
                x, paper.bottom - 4, "×", fill=colour("mark-bad"), text_anchor="middle", font_weight="bold"
            )
        elif one.kind == "epoch" and x is not None:
            yield tag("line", x1=x, x2=x, y1=paper.bottom - 6, y2=paper.bottom, stroke=INK)
        elif x is not None:
            yield tag("line", x1=x, x2=x, y1=paper.top, y2=paper.bottom, stroke=FAINT, stroke_dasharray="2 3")
        elif y is not None:
            yield tag("line", x1=paper.left, x2=paper.right, y1=y, y2=y, stroke=FAINT, stroke_dasharray="2 3")


def _texts(paper: Paper) -> Iterator[str]:
    for text in paper.scene.chart.texts:
        x, y = paper.across(text.x), paper.down(text.y)
        if x is not None and y is not None:
            yield words(x, y, text.text, fill=INK)
