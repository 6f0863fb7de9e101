"""Pictures as they should look.

With `STUDYTUI_WRITE_PICTURES=1` in the environment they are written anew: look at them before committing.
"""

from __future__ import annotations

import math
import os
import random
from pathlib import Path
from types import SimpleNamespace

import pytest
from rich.cells import cell_len

from studytui.plot import (
    Chart,
    Ghost,
    Line,
    Note,
    Series,
    Tick,
    View,
    derivative_chart,
    draw,
    figure_charts,
    loss_chart,
)

PICTURES = Path(__file__).with_name("pictures")


def _run(name: str, count: int, rate: float, seed: int) -> Series:
    rng = random.Random(seed)
    series = Series(name)
    series.extend(range(count), [2 * math.exp(-k / rate) + 0.3 + rng.gauss(0, 0.05) for k in range(count)])
    return series


def _training(view: View) -> Chart:
    ghosts = [Ghost(_run("train", 2000, 900, 3))]
    return loss_chart([_run("train", 2000, 500, 1), _run("val", 2000, 600, 2)], ghosts, view, 80)


def _grid(*functions: object) -> SimpleNamespace:
    xs = tuple(-4 + 8 * k / 160 for k in range(161))
    return SimpleNamespace(x=xs, orders=tuple(tuple(f(x) for x in xs) for f in functions))  # type: ignore[operator]


def _reciprocal(x: float) -> float | None:
    return 1 / x if x else None


def _figure() -> Chart:
    items = [
        {"kind": "bars", "label": "count", "x": [0, 1, 2], "y": [3, 1, 2], "low": [0, 0, 0], "width": 0.6},
        {"kind": "points", "label": "mean", "x": [0, 1, 2], "y": [1.5, 0.5, 1.0]},
        {"kind": "text", "x": 0.6, "y": 2.5, "text": "most"},
    ]
    ticks = [[0, "猫 cat"], [1, "dog"], [2, "é"]]
    axes = {"title": "Animals", "ylabel": "n", "xticks": ticks, "legend": True, "items": items}
    return figure_charts(SimpleNamespace(title="", axes=[axes]))[0]


def _image() -> Chart:
    rows = [[math.exp(-((r - 8) ** 2 + (c - 8) ** 2) / 30) for c in range(17)] for r in range(17)]
    axes = {"ylim": [16.5, -0.5], "xlim": [-0.5, 16.5], "items": [{"kind": "image", "rows": rows}]}
    return figure_charts(SimpleNamespace(title="a bump", axes=[axes]))[0]


def _band() -> Chart:
    band = Line("±σ", (0, 1, 2), (2, 3, 2), kind="band", lows=(0, 1, 1))
    return Chart(lines=(band,), texts=(Note(1, 2, "here"),))


def _wide_labels() -> Chart:
    ticks = (Tick(0, "零"), Tick(1, "一"))
    return Chart(title="損失", lines=(Line("線", (0, 1), (0, 1)),), y_ticks=ticks)


SINES = _grid(math.sin, math.cos, lambda x: -math.sin(x), lambda x: -math.cos(x))
CASES = {
    "training": (_training(View()), 80, 20),
    "training-log-crosshair": (_training(View(log_y=True, smooth=False, crosshair=800)), 80, 20),
    "training-narrow": (_training(View()), 40, 12),
    "sine-and-derivatives": (derivative_chart(SINES), 80, 20),
    "tangent": (derivative_chart(SINES, {0, 1}, 1.0), 80, 16),
    "pole": (derivative_chart(_grid(_reciprocal)), 60, 14),
    "bars": (_figure(), 60, 14),
    "image": (_image(), 50, 18),
    "band": (_band(), 40, 10),
    "empty": (Chart(title="loss"), 40, 8),
    "tiny": (_training(View()), 10, 3),
    "one-cell": (_training(View()), 1, 1),
    "wide-labels": (_wide_labels(), 40, 9),
}


@pytest.mark.parametrize("name", CASES)
def test_it_looks_as_before(name: str) -> None:
    chart, width, height = CASES[name]
    picture = draw(chart, width, height)
    assert [cell_len("".join(span.text for span in row)) for row in picture.rows] == [width] * height
    file = PICTURES / f"{name}.txt"
    if os.environ.get("STUDYTUI_WRITE_PICTURES"):
        file.parent.mkdir(exist_ok=True)
        file.write_text(picture.plain() + "\n", encoding="utf-8")
    assert picture.plain() + "\n" == file.read_text(encoding="utf-8")


def test_colours_change_no_cell() -> None:
    import re

    picture = draw(_training(View()), 80, 20)
    bare = re.sub(r"\x1b\[[0-9;]*m", "", picture.ansi())
    assert [row.rstrip() for row in bare.splitlines()] == picture.plain().splitlines()
