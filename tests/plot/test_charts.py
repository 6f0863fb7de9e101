"""Charts of derivatives and of figures."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from studytui.plot import Chart, Tick, derivative_chart, draw, figure_charts


def figure(*items: Any, title: str = "", **axes: Any) -> tuple[Chart, ...]:
    return figure_charts(SimpleNamespace(title=title, axes=[{"items": list(items), **axes}]))


def test_derivatives_are_named_and_dashed() -> None:
    data = SimpleNamespace(x=(0.0, 1.0), orders=((0.0, 1.0), (1.0, 1.0), (0.0, 0.0), (0.0, 0.0)))
    lines = derivative_chart(data).lines
    assert [line.name for line in lines] == ["f", "f′", "f″", "f‴"]
    assert len({line.dash for line in lines}) == 4


def test_a_pole_does_not_flatten_the_rest() -> None:
    xs = tuple(k / 100 for k in range(-200, 201))
    chart = derivative_chart(SimpleNamespace(x=xs, orders=(tuple(1 / x if x else None for x in xs),)))
    assert chart.y_range is not None
    assert chart.y_range[1] < 50
    assert chart.notes == ("f reaches beyond the picture",)


def test_a_steep_derivative_leaves_the_function_readable() -> None:
    xs = tuple(k / 10 for k in range(11))
    chart = derivative_chart(SimpleNamespace(x=xs, orders=(xs, tuple(1000.0 * x for x in xs))))
    assert chart.y_range is not None
    assert chart.y_range[1] < 10


def test_only_the_chosen_orders_are_shown() -> None:
    data = SimpleNamespace(x=(0.0, 1.0), orders=((0.0, 1.0), (1.0, 1.0), (0.0, 0.0)))
    assert [line.name for line in derivative_chart(data, {1}).lines] == ["f′"]


def test_the_crosshair_reads_every_order_and_lays_the_tangent() -> None:
    data = SimpleNamespace(x=(0.0, 1.0, 2.0), orders=((0.0, 1.0, 4.0), (0.0, 2.0, 4.0)))
    chart = derivative_chart(data, None, 1.1)
    assert chart.readout == "x=1  f=1  f′=2"
    tangent = chart.lines[-1]
    assert (tangent.ys[1] - tangent.ys[0]) / (tangent.xs[1] - tangent.xs[0]) == 2.0  # type: ignore[operator]


def test_a_figure_becomes_charts() -> None:
    (chart,) = figure(
        {"kind": "line", "label": "y", "x": [0, 1], "y": [2, None]},
        {"kind": "points", "x": [0], "y": [1]},
        title="whole",
        xlabel="x",
        xlim=[0, 1],
        xticks=[[0, "zero"]],
        yscale="log",
    )
    assert (chart.title, chart.x_label, chart.x_range, chart.log_y) == ("whole", "x", (0.0, 1.0), True)
    assert chart.x_ticks == (Tick(0.0, "zero"),)
    assert [(line.kind, line.name) for line in chart.lines] == [("line", "y"), ("points", "")]
    assert chart.lines[0].ys == (2.0, None)


def test_what_is_malformed_is_left_out_and_counted() -> None:
    (chart,) = figure(None, 3, {"kind": "hologram"}, {"kind": "line", "x": "abc", "y": {}})
    assert chart.lines == ()
    assert chart.notes == ("4 parts of this figure cannot be drawn here",)


def test_labels_hide_without_a_legend() -> None:
    (chart,) = figure({"kind": "line", "label": "y", "x": [0], "y": [2]}, legend=False)
    assert chart.lines[0].name == ""


def test_limits_from_high_to_low_turn_the_axis() -> None:
    (chart,) = figure({"kind": "line", "x": [0, 1], "y": [0, 1]}, ylim=[1, 0])
    rows = draw(chart, 30, 10).plain().splitlines()
    assert rows[0].lstrip().startswith("0")


def test_an_image_shows_its_first_row_at_the_top() -> None:
    item = {"kind": "image", "rows": [[1, 1], [0, 0]], "extent": [0, 2, 0, 2]}
    for limits in ([0, 2], [2, 0]):
        (chart,) = figure(item, ylim=limits, xlim=[0, 2])
        rows = draw(chart, 30, 10).plain().splitlines()
        assert "██" in rows[1]
        assert "██" not in rows[6]
