"""A chart as a picture of exactly the cells it is given."""

from __future__ import annotations

from studytui.plot.canvas import BLANK, Canvas
from studytui.plot.cells import cut
from studytui.plot.chart import Chart, Line
from studytui.plot.dots import Layer
from studytui.plot.glyphs import FEW_POINTS, cell_of, draw_glyphs
from studytui.plot.legend import draw_head, head_rows
from studytui.plot.picture import Picture
from studytui.plot.plotext_adapter import Frame, frame
from studytui.plot.scene import Scene, scene, x_ticks, y_ticks
from studytui.plot.shade import draw_image
from studytui.plot.shapes import layer, points

LEAST_WIDTH, LEAST_HEIGHT = 16, 5
"""Below this the axes would leave no room: the dots take all of it."""
BRAILLE = 0x2800
BRAILLE_CHARS = tuple(chr(BRAILLE + bits) for bits in range(256))
EPOCH_TICKS = {"─": "┴", "┬": "┼"}
"""What a piece of the axis becomes where an epoch begins."""


def draw(chart: Chart, width: int, height: int) -> Picture:
    """The chart on width × height cells. Never raises: what cannot be shown is left out or said in words."""
    canvas = Canvas(width, height)
    if not canvas.width or not canvas.height:
        return canvas.picture()
    head = head_rows(chart, canvas.width, canvas.height)
    draw_head(canvas, chart, head)
    settled = scene(chart)
    _draw_data(canvas, settled, _framed(canvas, settled, head))
    return canvas.picture()


def _framed(canvas: Canvas, scene: Scene, head: int) -> Frame:
    """Put the axes below the head; what they leave free."""
    width, height = canvas.width, canvas.height - head
    bare = Frame((), 0, head, width, height)
    if width < LEAST_WIDTH or height < LEAST_HEIGHT:
        return bare
    chart = scene.chart
    labelled = height >= 9
    x_label, y_label = (chart.x_label, chart.y_label) if labelled else ("", "")
    up = y_ticks(scene, height - 2 - bool(x_label or y_label))
    across = x_ticks(scene, width - 1 - max((len(label) for _, label in up), default=0))
    drawn = frame(width, height, across, up, cut(x_label, width // 2), cut(y_label, width // 3))
    if drawn.columns < 4 or drawn.lines < 2:
        return bare
    for row, chars in enumerate(drawn.rows):
        canvas.lay(head + row, chars, "axis")
    return Frame((), drawn.left, drawn.top + head, drawn.columns, drawn.lines)


def _draw_data(canvas: Canvas, scene: Scene, area: Frame) -> None:
    chart = scene.chart
    if not any(line.xs for line in chart.lines) and not chart.images and not chart.texts:
        canvas.write(area.top + area.lines // 2, area.left, cut("nothing to draw yet", area.columns), "note")
    for image in chart.images:
        draw_image(canvas, scene, image, area)
    for line in sorted(chart.lines, key=lambda line: not line.dim):
        _draw_line(canvas, scene, line, area)
    draw_glyphs(canvas, scene, area)
    _draw_texts(canvas, scene, area)
    _draw_marks(canvas, scene, area)


def _draw_line(canvas: Canvas, scene: Scene, line: Line, area: Frame) -> None:
    if line.kind != "points" or len(line.xs) > FEW_POINTS:
        _stamp(canvas, layer(scene, line, area.columns, area.lines), area, line.role)
        return
    grid = Layer(area.columns * 2, area.lines * 4)
    for point in points(scene, line, grid):
        if point is not None:
            col, row = cell_of(area, point)
            if 0 <= col < area.columns and 0 <= row < area.lines:
                canvas.put(area.top + row, area.left + col, line.glyph or "•", line.role)


def _stamp(canvas: Canvas, dots: Layer, area: Frame, role: str) -> None:
    """Merge the dots into the cells: the cell takes the role of the last line through it."""
    chars, roles, top, left = canvas.chars, canvas.roles, area.top, area.left
    for row, col, bits in dots.cells():
        line, at = chars[top + row], left + col
        if line[at] != BLANK:
            under = ord(line[at]) - BRAILLE if len(line[at]) == 1 else -1
            bits |= under if 0 <= under < 256 else 0
        line[at] = BRAILLE_CHARS[bits]
        roles[top + row][at] = role


def _draw_texts(canvas: Canvas, scene: Scene, area: Frame) -> None:
    """Each at its place; where it would touch another, a row lower or higher, or beside it."""
    taken: set[tuple[int, int]] = set()
    for text in scene.chart.texts:
        x, y = scene.x.fraction(text.x), scene.y.fraction(text.y)
        if x is not None and y is not None and 0 <= x <= 1 and 0 <= y <= 1:
            place = round((1 - y) * (area.lines - 1)), round(x * (area.columns - 1))
            row, col = _free_place(place, len(text.text), area, taken)
            words = cut(text.text, area.columns - col)
            canvas.write(area.top + row, area.left + col, words, "text")
            taken |= {(row, at) for at in range(col, col + len(words))}


def _free_place(
    place: tuple[int, int], length: int, area: Frame, taken: set[tuple[int, int]]
) -> tuple[int, int]:
    row, col = place
    shifts = ((0, 0), (1, 0), (-1, 0), (0, 1), (0, 2), (1, 1), (0, 3))
    for down, right in shifts:
        cells = {(row + down, at) for at in range(col + right - 1, col + right + length + 1)}
        if 0 <= row + down < area.lines and col + right < area.columns and not cells & taken:
            return row + down, col + right
    return place


def _draw_marks(canvas: Canvas, scene: Scene, area: Frame) -> None:
    for mark in scene.chart.marks:
        at = (scene.y if mark.kind == "horizontal" else scene.x).fraction(mark.at)
        if at is None or not 0 <= at <= 1:
            continue
        col, row = area.left + round(at * (area.columns - 1)), area.top + round((1 - at) * (area.lines - 1))
        if mark.kind == "epoch":
            _draw_epoch(canvas, area.top + area.lines, col)
        elif mark.kind == "bad":
            canvas.put(area.top + area.lines - 1, col, "×", "mark-bad")
        elif mark.kind == "vertical":
            canvas.rule(((r, col) for r in range(area.top, area.top + area.lines)), "┊", "crosshair")
        else:
            canvas.rule(((row, c) for c in range(area.left, area.left + area.columns)), "┈", "axis")


def _draw_epoch(canvas: Canvas, row: int, col: int) -> None:
    """A tick upwards on the lower axis, where there is one."""
    under = canvas.chars[row][col] if row < canvas.height else ""
    if under in EPOCH_TICKS:
        canvas.put(row, col, EPOCH_TICKS[under], "title")
