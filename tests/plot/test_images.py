"""Images as shades: means where pixels share a cell, numbers where they are large, a scale that explains."""

from __future__ import annotations

import re
from types import SimpleNamespace
from typing import Any

from studytui.plot import Chart, draw, figure_charts


def image(rows: list[list[Any]], **axes: Any) -> Chart:
    axes = {"items": [{"kind": "image", "rows": rows}], "ylim": [len(rows) - 0.5, -0.5], **axes}
    return figure_charts(SimpleNamespace(title="", axes=[axes]))[0]


def test_few_pixels_show_their_numbers() -> None:
    text = draw(image([[0.5, 1.25], [-3, 10]]), 50, 14).plain()
    assert all(
        re.search(rf"(?<![\d.]){re.escape(word)}(?![\d.])", text) for word in ("0.5", "1.25", "−3", "10")
    )


def test_many_pixels_share_cells_by_their_mean() -> None:
    checks = [[(r + c) % 2 for c in range(400)] for r in range(200)]
    body = draw(image(checks), 60, 16).plain().splitlines()[3:10]
    assert all(set(line[6:50]) == {"▒"} for line in body)


def test_the_scale_tells_what_the_shades_stand_for() -> None:
    first = draw(image([[k / 96 for k in range(97)]] * 30), 80, 20).plain().splitlines()[0]
    assert [word for word in first.split() if not set(word) <= set("░▒▓█")] == [
        "0",
        "0.25",
        "0.5",
        "0.75",
        "1",
    ]


def test_the_colour_bar_of_the_figure_names_the_shades() -> None:
    chart = image([[0.0, 1.0]], scale=[["#440154", "−2"], ["#fde725", "+2"]])
    assert [entry[1] for entry in chart.scale] == ["−2", "+2"]
    assert not any(line.name for line in chart.lines)


def test_cells_are_even_in_colour_and_patterned_without() -> None:
    picture = draw(image([[k / 96 for k in range(97)]] * 30), 80, 20)
    spans = [span for row in picture.rows[4:10] for span in row if span.role.startswith("shade-")]
    assert {span.role for span in spans} == {f"shade-{number}" for number in range(12)}
    assert "\x1b[38;2;0;32;77;48;2;0;32;77m" in picture.ansi()
