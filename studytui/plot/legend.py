"""The rows above a picture: title or read-out, legend, notes."""

from __future__ import annotations

from studytui.plot.canvas import Canvas
from studytui.plot.cells import cells, cut
from studytui.plot.chart import Chart, Line

STROKES = {"solid": "━━", "dashed": "╍╍", "dotted": "┈┈", "dashdot": "╍┈"}
KINDS = {"points": "• ", "bars": "▮▮", "band": "░░"}
NAME_CELLS = 24
"""Longer names are cut in the legend."""


def head_rows(chart: Chart, width: int, height: int) -> int:
    """How many rows the head takes: none in a small picture, more for a long legend and for notes."""
    if height < 7:
        return 0
    title = chart.readout or chart.title
    entries = _entries(chart)
    own_row = bool(entries) and bool(title) and _width(entries) + len(cells(title)) + 2 > width
    rows = int(bool(title or entries)) + int(own_row and height >= 9)
    return rows + min(len(chart.notes), 2 if height >= 12 else 1)


def draw_head(canvas: Canvas, chart: Chart, rows: int) -> None:
    """Title left, legend right; the legend below when both do not fit; then the notes."""
    if not rows:
        return
    title, entries = chart.readout or chart.title, _entries(chart)
    used = int(bool(title or entries))
    if used:
        canvas.write(0, 0, cut(title, canvas.width), "crosshair" if chart.readout else "title")
    free = canvas.width - (len(cells(title)) + 2 if title else 0)
    notes = min(len(chart.notes), max(0, rows - used))
    if _width(entries) <= free:
        _legend(canvas, 0, canvas.width - _width(entries), entries)
    elif rows - used - notes > 0:
        _legend(canvas, 1, 0, entries)
        used += 1
    for row, note in zip(range(used, rows), chart.notes, strict=False):
        canvas.write(row, 0, cut(note, canvas.width), "note")


def _entries(chart: Chart) -> list[tuple[str, str, str]]:
    named = sorted((line for line in chart.lines if line.name), key=lambda line: line.dim)
    return [(_glyph(line), cut(line.name, NAME_CELLS), line.role) for line in named]


def _glyph(line: Line) -> str:
    if line.kind == "points" and line.glyph:
        return f"{line.glyph} "
    stroke = STROKES[line.dash]
    return KINDS.get(line.kind) or (f"{stroke[0]}{line.glyph}{stroke[-1]}" if line.glyph else stroke)


def _width(entries: list[tuple[str, str, str]]) -> int:
    return sum(len(glyph) + 1 + len(cells(name)) + 2 for glyph, name, _ in entries) - 2 * bool(entries)


def _legend(canvas: Canvas, row: int, col: int, entries: list[tuple[str, str, str]]) -> None:
    for glyph, name, role in entries:
        col = canvas.write(row, col, glyph, role)
        col = canvas.write(row, col + 1, name, "legend") + 2
