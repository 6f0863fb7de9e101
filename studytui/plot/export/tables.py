"""The data behind a picture as CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from studytui.plot.chart import Chart
from studytui.plot.ghost import Ghost
from studytui.plot.series import Series

CHART_HEADS = ("line", "kind", "x", "y", "low")
SERIES_HEADS = (
    "run",
    "series",
    "first_step",
    "last_step",
    "mean",
    "least",
    "greatest",
    "smoothed",
    "not_finite",
)


def chart_csv(chart: Chart) -> str:
    """One row a point; of images a row a pixel: x is its column, y its row from the top, low its level."""
    return _csv(CHART_HEADS, _chart_rows(chart))


def series_csv(live: Sequence[Series], ghosts: Sequence[Ghost]) -> str:
    """One row for each step; of a long run, for each group of steps that was kept together."""
    rows = [row for series in live for row in _series_rows("", series)]
    rows += [row for ghost in ghosts for row in _series_rows(ghost.run, ghost.series)]
    return _csv(SERIES_HEADS, rows)


def _csv(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(heads)
    writer.writerows(rows)
    return text.getvalue()


def _chart_rows(chart: Chart) -> Iterator[Sequence[object]]:
    for number, line in enumerate(chart.lines, 1):
        for i, (x, y) in enumerate(zip(line.xs, line.ys, strict=False)):
            yield line.name or f"line {number}", line.kind, x, y, line.lows[i] if i < len(line.lows) else None
    for number, image in enumerate(chart.images, 1):
        for r, row in enumerate(image.rows):
            yield from ((f"image {number}", "image", c, r, level) for c, level in enumerate(row))


def _series_rows(run: str, series: Series) -> Iterator[Sequence[object]]:
    width, used = series.resolution
    for index, column in enumerate(series.columns(0, used * width, used) if used else ()):
        first = index * width
        last = min(first + width, series.count) - 1
        if column.mean is not None or column.bad:
            yield run, series.name, first, last, column.mean, column.min, column.max, column.ema, column.bad
