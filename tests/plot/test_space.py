"""3-D axes: read from what the code drew, turned, drawn as a wireframe in a box."""

from __future__ import annotations

import math
from types import SimpleNamespace
from typing import Any

import pytest

from studytui.plot import Space, draw, figure_spaces, space_chart


def space(*items: dict[str, Any], **given: Any) -> Space:
    limits = [[0, 10], [0, 20], [-1, 1]]
    fields = {
        "limits": limits,
        "labels": ["a", "b", "c"],
        "elev": 0,
        "azim": 0,
        "items": list(items),
        **given,
    }
    (found,) = figure_spaces(SimpleNamespace(title="", axes=[{"title": "box", "space": fields}]))
    assert found is not None
    return found


CORNER = {"kind": "points", "label": "corner", "x": [10], "y": [20], "z": [1]}


def place(found: Space, elev: float, azim: float) -> tuple[float, float | None]:
    line = space_chart(found, elev, azim).lines[-1]
    return line.xs[0], line.ys[0]


def test_seen_from_the_front_the_second_axis_runs_across_and_the_third_up() -> None:
    assert place(space(CORNER), 0, 0) == pytest.approx((0.5, 0.5))


def test_a_quarter_turn_brings_the_first_axis_across() -> None:
    assert place(space(CORNER), 0, 90) == pytest.approx((-0.5, 0.5))


def test_from_above_the_first_axis_runs_down() -> None:
    assert place(space(CORNER), 90, 0) == pytest.approx((0.5, -0.5))


def test_a_full_turn_changes_nothing() -> None:
    helix = [k / 9 for k in range(90)]
    line = {"kind": "line", "x": helix, "y": [math.sin(k) for k in helix], "z": [math.cos(k) for k in helix]}
    found = space(line, elev=30, azim=-60)
    assert draw(space_chart(found, 0, 0), 60, 20).plain() == draw(space_chart(found, 0, 360), 60, 20).plain()
    assert draw(space_chart(found, 0, 0), 60, 20).plain() != draw(space_chart(found, 0, 20), 60, 20).plain()


def test_the_box_names_its_axes_and_their_ends() -> None:
    text = draw(space_chart(space(CORNER, elev=30, azim=-60), 0, 0), 80, 24).plain()
    assert all(word in text for word in ("a", "b", "c", "0", "10", "20", "−1", "1", "box"))


def test_a_gap_interrupts_a_line_in_space() -> None:
    broken = {"kind": "line", "x": [0, 1, None, 2], "y": [0, 1, 2, 3], "z": [0, 0, 0, "nan"]}
    assert [y is None for y in space_chart(space(broken), 0, 0).lines[-1].ys] == [False, False, True, True]


def test_flat_axes_are_no_space() -> None:
    assert figure_spaces(SimpleNamespace(title="", axes=[{"items": []}])) == (None,)
    assert figure_spaces(SimpleNamespace(title="", axes=[{"space": {"limits": 3}}])) == (None,)
