"""Charts as SVG, PNG, CSV and runs as Markdown: well-formed, complete, whatever was recorded."""

from __future__ import annotations

import csv
import io
import xml.etree.ElementTree as ElementTree
from types import SimpleNamespace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from studytui.plot import Chart, Ghost, Series, View, draw, figure_charts, loss_chart
from studytui.plot.export import Told, chart_csv, markdown, png, series_csv, svg

SVG = "{http://www.w3.org/2000/svg}"


def series(values: list[float | str], name: str = "loss") -> Series:
    found = Series(name)
    found.extend(range(len(values)), values)
    return found


def figure(*items: Any, **axes: Any) -> Chart:
    return figure_charts(SimpleNamespace(title="", axes=[{"items": list(items), **axes}]))[0]


def texts(drawn: str) -> list[str | None]:
    return [element.text for element in ElementTree.fromstring(drawn).iter(f"{SVG}text")]


def test_curves_are_lines_with_their_names_and_where_nan_began() -> None:
    one, two = series([3.0, 2.0, 1.0, "nan"], "train"), series([3.0, 2.5, 2.0, 2.0], "val")
    drawn = svg(loss_chart([one, two], [Ghost(series([4.0, 3.0]), "sgd", True)], View(), 100))
    assert {"train", "val", "loss · sgd", "step", "× train became nan at step 3", "×"} <= set(texts(drawn))
    inks = {path.get("stroke") for path in ElementTree.fromstring(drawn).iter(f"{SVG}path")}
    assert len(inks) == 3


def test_names_cannot_break_the_file() -> None:
    name = "<script>&\"'\x00\x1b]]>"
    drawn = svg(figure({"kind": "line", "label": name, "x": [0, 1], "y": [0, 1]}, title=name))
    assert name.replace("\x00", "").replace("\x1b", "") in texts(drawn)


def test_bars_bands_points_and_images_are_there() -> None:
    drawn = svg(
        figure(
            {"kind": "bars", "x": [0, 1, 2], "y": [3, 1, 2]},
            {"kind": "points", "x": [0, 1, 2], "y": [1, 2, 3]},
            {"kind": "fill", "x": [0, 1, 2], "y": [1, 2, 3], "low": [0, 1, 2]},
            {"kind": "image", "rows": [[0, 1], [1, None]]},
        )
    )
    root = ElementTree.fromstring(drawn)
    assert len(list(root.iter(f"{SVG}circle"))) == 3
    assert len(list(root.iter(f"{SVG}polygon"))) == 1
    bars_pixels_shades_and_frames = 3 + 3 + 5 + 3
    assert len(list(root.iter(f"{SVG}rect"))) == bars_pixels_shades_and_frames


def test_the_png_shows_ink_where_the_curve_is() -> None:
    from PIL import Image

    drawn = png(svg(loss_chart([series([3.0, 2.0, 1.0])], [], View(), 100)))
    assert drawn is not None
    image = Image.open(io.BytesIO(drawn))
    colours = {colour for _, colour in image.convert("RGB").getcolors(1 << 24)}
    assert image.size == (1680, 1040)
    assert (0x00, 0x72, 0xB2) in colours


@settings(deadline=None, max_examples=200)
@given(
    st.lists(st.one_of(st.floats(), st.sampled_from([1e308, -1e308, 5e-324, 0.0])), max_size=30),
    st.booleans(),
)
def test_any_numbers_give_a_picture(values: list[float], log: bool) -> None:
    chart = loss_chart([series(list(values))], [], View(log_y=log), 50)
    drawn = svg(chart)
    ElementTree.fromstring(drawn)
    assert "nan" not in drawn.split("<g ")[1].split("</g>")[0]


def test_points_far_outside_cost_nothing() -> None:
    """A dashed line a billion pixels long would end the process that draws it."""
    far = {"kind": "line", "x": [0, 1, 2, 3], "y": [0, 1e300, -1e300, 1], "label": "far"}
    named = {"kind": "line", "x": [-1e300, 0, 1e300], "y": [0, 1e-300, 5], "label": "wide"}
    fill = {"kind": "fill", "x": [0, 1e200], "y": [1e300, 1], "low": [-1e300, 0]}
    bars = {"kind": "bars", "x": [0, 1e300], "y": [1e300, -1e300]}
    drawn = svg(figure(far, named, fill, bars, xlim=[0, 3], ylim=[0, 1]))
    assert png(drawn) is not None


def test_what_cannot_be_drawn_is_none() -> None:
    assert png("<svg") is None


def test_every_step_of_a_short_run_is_in_the_table() -> None:
    text = series_csv([series([3.0, "nan", 1.0])], [Ghost(series([4.0, 3.5]), "sgd", True)])
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [(row["run"], row["first_step"], row["mean"], row["not_finite"]) for row in rows] == [
        ("", "0", "3.0", "0"),
        ("", "1", "", "1"),
        ("", "2", "1.0", "0"),
        ("sgd", "0", "4.0", "0"),
        ("sgd", "1", "3.5", "0"),
    ]


def test_a_long_run_keeps_its_extremes_in_the_table() -> None:
    values: list[float | str] = [1.0] * 10_000
    values[1234] = 50.0
    rows = list(csv.DictReader(io.StringIO(series_csv([series(values)], []))))
    assert len(rows) < 2049
    assert max(float(row["greatest"]) for row in rows) == 50.0
    assert (rows[0]["first_step"], rows[-1]["last_step"]) == ("0", "9999")


def test_a_figure_is_a_table_of_points() -> None:
    text = chart_csv(figure({"kind": "line", "label": "y, z", "x": [0, 1], "y": [2, None]}))
    assert list(csv.reader(io.StringIO(text)))[1:] == [
        ["y, z", "line", "0.0", "2.0", ""],
        ["y, z", "line", "1.0", "", ""],
    ]


def test_a_run_as_markdown_survives_backticks() -> None:
    picture = draw(loss_chart([series([3.0, 2.0, 1.0])], [], View(), 40), 40, 8)
    page = markdown(Told("my\nrun", "print('```')", "```\n1\n", "✓ 0.1 s", [("loss: 3 steps", picture)]))
    assert page.startswith(
        "# my run\n\n````python\nprint('```')\n````\n\nOutput (✓ 0.1 s):\n\n````text\n```\n1\n````\n"
    )
    assert "loss: 3 steps:\n\n```text\n" in page
