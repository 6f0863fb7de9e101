"""The rows above a picture: title or read-out, legend, notes."""

from __future__ import annotations

from studytui.plot.canvas import Canvas
from studytui.plot.cells import cells, cut
from studytui.plot.chart import Chart, Line

STROKES = {"solid": "━━", "dashed": "╍╍", "dotted": "┈┈", "dashdot": "╍┈"}
KINDS = {"points": "• ", "bars": "▮▮", "band": "░░"}
NAME_CELLS = 24
"""Longer names are cut in the legend."""


Entry = tuple[str, str, str]
"""Glyph, name and role of a line."""


def head_rows(chart: Chart, width: int, height: int) -> int:
    """How many rows the head takes: none in a small picture, more for a long legend and for notes."""
    if height < 7:
        return 0
    title, beside, below = _parts(chart, width, height)
    rows = int(bool(title or beside)) + len(below)
    return rows + min(len(chart.notes), 2 if height >= 12 else 1)


def draw_head(canvas: Canvas, chart: Chart, rows: int) -> None:
    """Title left, legend right; the legend below when both do not fit; then the notes."""
    if not rows:
        return
    title, beside, below = _parts(chart, canvas.width, canvas.height)
    canvas.write(0, 0, cut(title, canvas.width), "crosshair" if chart.readout else "title")
    _legend(canvas, 0, canvas.width - _width(beside), beside)
    used = int(bool(title or beside))
    for row, entries in enumerate(below, used):
        _legend(canvas, row, 0, entries)
    for row, note in zip(range(used + len(below), rows), chart.notes, strict=False):
        canvas.write(row, 0, cut(note, canvas.width), "note")


def _parts(chart: Chart, width: int, height: int) -> tuple[str, list[Entry], list[list[Entry]]]:
    """The title, the legend beside it, or the rows of the legend below it."""
    title, entries = chart.readout or chart.title, _entries(chart)
    free = width - (len(cells(title)) + 2 if title else 0)
    if _width(entries) <= free:
        return title, entries, []
    most = 0 if title and height < 9 else 1 + (height >= 12)
    return title, [], _wrapped(entries, width, most)


def _wrapped(entries: list[Entry], width: int, most: int) -> list[list[Entry]]:
    """The entries in at most `most` rows; … stands for those that do not fit."""
    rows: list[list[Entry]] = []
    for entry in entries:
        if rows and _width([*rows[-1], entry]) <= width:
            rows[-1].append(entry)
        elif len(rows) < most:
            rows.append([entry])
        else:
            if rows:
                rows[-1] = [
                    *(rows[-1] if _width(rows[-1]) + 3 <= width else rows[-1][:-1]),
                    ("…", "", "legend"),
                ]
            break
    return rows


def _entries(chart: Chart) -> list[Entry]:
    named = sorted((line for line in chart.lines if line.name), key=lambda line: line.dim)
    lines = [(_glyph(line), cut(line.name, NAME_CELLS), line.role) for line in named]
    return lines + [(glyph, cut(words, NAME_CELLS), role) for glyph, words, role in chart.scale]


def _glyph(line: Line) -> str:
    if line.kind == "points" and line.glyph:
        return f"{line.glyph} "
    stroke = STROKES[line.dash]
    return KINDS.get(line.kind) or (f"{stroke[0]}{line.glyph}{stroke[-1]}" if line.glyph else stroke)


def _width(entries: list[Entry]) -> int:
    return sum(len(glyph) + 1 + len(cells(name)) + 2 for glyph, name, _ in entries) - 2 * bool(entries)


def _legend(canvas: Canvas, row: int, col: int, entries: list[Entry]) -> None:
    for glyph, name, role in entries:
        col = canvas.write(row, col, glyph, role)
        col = canvas.write(row, col + 1, name, "legend") + 2
