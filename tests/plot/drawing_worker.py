"""Draws what arrives on standard input, one JSON object a line, and answers with the widths of the rows."""

from __future__ import annotations

import json
import sys
import traceback
import xml.etree.ElementTree as ElementTree
from types import SimpleNamespace
from typing import Any

from rich.cells import cell_len

from studytui.plot import (
    Chart,
    Ghost,
    Series,
    View,
    derivative_chart,
    describe,
    draw,
    figure_charts,
    figure_spaces,
    loss_chart,
    space_chart,
)
from studytui.plot.export import svg


def charts(case: dict[str, Any]) -> list[Chart]:
    if case["kind"] == "series":
        return [_series(case)]
    if case["kind"] == "derivatives":
        data = SimpleNamespace(x=case["x"], orders=case["orders"])
        return [derivative_chart(data, None, case["crosshair"])]
    figure = SimpleNamespace(title=case["title"], axes=case["axes"])
    turned = [space_chart(space, 33.0, -120.0) for space in figure_spaces(figure) if space is not None]
    return [*figure_charts(figure), *turned]


def _series(case: dict[str, Any]) -> Chart:
    found = []
    for name, values in case["series"].items():
        series = Series(name)
        series.extend(range(len(values)), values)
        describe(series)
        found.append(series)
    view = View(case["log"], case["smooth"], case["low"], case["high"], case["crosshair"])
    return loss_chart(found[:2], [Ghost(one) for one in found[2:]], view, case["width"])


def widths(case: dict[str, Any]) -> list[list[int]]:
    drawn = charts(case)
    pictures = [draw(chart, case["width"], case["height"]) for chart in drawn]
    for picture, chart in zip(pictures, drawn, strict=True):
        picture.ansi()
        ElementTree.fromstring(svg(chart))
    return [[cell_len("".join(span.text for span in row)) for row in picture.rows] for picture in pictures]


for line in sys.stdin:
    try:
        print(json.dumps(widths(json.loads(line))), flush=True)
    except Exception as error:
        traceback.print_exc()
        print(json.dumps(repr(error)), flush=True)
