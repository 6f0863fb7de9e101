"""Colours, colour bars, twins, frames of 3-D axes, shaded faces: what makes a figure readable in cells."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

HEAD = "import numpy as np\nimport matplotlib.pyplot as plt\nx = np.linspace(0, 4, 9)\n"
GRID = "X, Y = np.meshgrid(x, x)\n"
SOLID = "ax = plt.figure().add_subplot(projection='3d')\n"


def axes_of(run: Callable, code: str) -> list[dict[str, Any]]:
    ran = run(HEAD + code + "\n")
    assert (ran.code, ran.err) == (0, "")
    (figure,) = ran.said("figure")
    assert ran.longest < 64 * 1024
    return figure["axes"]


def kinds(axes: dict[str, Any]) -> list[str]:
    return [item["kind"] for item in axes["items"]]


def test_series_colours_are_roles_and_chosen_ones_are_told(run: Callable) -> None:
    (axes,) = axes_of(run, "plt.plot(x, x)\nplt.plot(x, -x, color='skyblue')\nplt.plot(x, 2 * x, 'o')")
    assert [item["ink"] for item in axes["items"]] == ["C0", "#87ceeb", "C1"]


def test_points_keep_the_colours_of_their_values_and_a_bar_says_which(run: Callable) -> None:
    code = "plt.scatter(x, x, c=x, cmap='viridis')\nplt.colorbar()"
    (axes,) = axes_of(run, code)
    assert kinds(axes) == ["points"] * 9
    assert axes["items"][0]["ink"] == axes["scale"][0][0] == "#440154"
    assert [label for _, label in axes["scale"]] == ["0", "1", "2", "3", "4"]


def test_very_many_colours_become_few(run: Callable) -> None:
    (axes,) = axes_of(run, "plt.scatter(np.arange(500), np.arange(500), c=np.arange(500))")
    assert 3 <= len(axes["items"]) <= 12
    assert sum(len(item["x"]) for item in axes["items"]) == 500


@pytest.mark.parametrize(
    ("code", "note"),
    [
        ("a = plt.gca()\na.plot(x, x)\nb = a.twinx()\nb.plot(x, 100 * x)\nb.set_ylabel('more')", "more"),
        ("a = plt.gca()\na.plot(x, x)\na.twiny().plot(100 * x, x, label='wide')", "wide"),
    ],
)  # fmt: skip
def test_twins_lie_in_one_picture_with_their_scale_in_words(run: Callable, code: str, note: str) -> None:
    (axes,) = axes_of(run, code)
    first, second = axes["items"]
    assert second["x"] == pytest.approx(first["x"])
    assert second["y"] == pytest.approx(first["y"])
    assert axes["notes"][0].endswith(f"axis: {note} from -20 to 420")


def test_subplots_are_no_twins(run: Callable) -> None:
    assert len(axes_of(run, "f, (a, b) = plt.subplots(2, sharex=True)\na.plot(x)\nb.plot(x)")) == 2


def test_a_scatter_in_space_has_its_frame_names_and_numbers(run: Callable) -> None:
    code = SOLID + "ax.scatter(x, x, x, c=x)\nax.set_xlabel('X')\nax.set_ylabel('Y')\nax.set_zlabel('Z')"
    (axes,) = axes_of(run, code)
    assert kinds(axes).count("line") == 9
    texts = [item["text"] for item in axes["items"] if item["kind"] == "text"]
    assert sorted(texts) == ["0", "0", "0", "4", "4", "4", "X", "Y", "Z"]
    low, high = axes["xlim"]
    for item in axes["items"]:
        if item["kind"] == "points":
            assert all(low < value < high for value in item["x"])
    assert (axes["xticks"], axes["yticks"]) == ([], [])


@pytest.mark.parametrize(
    "code",
    [
        GRID + "plt.contourf(X, Y, X * Y)",
        GRID + SOLID + "ax.plot_surface(X, Y, X * Y, cmap='viridis')",
        GRID + SOLID + "ax.plot_trisurf(X.ravel(), Y.ravel(), (X * Y).ravel(), cmap='viridis')",
        "plt.hexbin(np.tile(x, 20), np.repeat(x, 20), gridsize=8)",
        GRID + "plt.tricontourf(X.ravel(), Y.ravel(), (X * Y).ravel())",
        GRID + "plt.tripcolor(X.ravel(), Y.ravel(), (X * Y).ravel())",
    ],
)
def test_faces_coloured_by_value_are_shaded(run: Callable, code: str) -> None:
    (axes,) = axes_of(run, code)
    (image,) = [item for item in axes["items"] if item["kind"] == "image"]
    levels = {value for row in image["rows"] for value in row if value is not None}
    assert len(levels) >= 5
    assert max(levels) - min(levels) > 0.3


def test_contour_lines_have_their_levels_written_on_them(run: Callable) -> None:
    (axes,) = axes_of(run, GRID + "plt.clabel(plt.contour(X, Y, X * Y, levels=[2, 6]))")
    assert {item["text"] for item in axes["items"] if item["kind"] == "text"} >= {"2", "6"}
    assert len({item["ink"] for item in axes["items"] if item["kind"] == "line"}) == 2


def test_an_axis_without_ticks_stays_without(run: Callable) -> None:
    (axes,) = axes_of(run, "plt.plot(x, x)\nplt.xticks([])")
    assert axes["xticks"] == []


@pytest.mark.parametrize(
    ("formula", "words"),
    [
        (r"$\frac{dy}{dx}$", "dy/dx"),
        (r"$\frac{x + 1}{\sqrt2}$", "(x + 1)/√2"),
        (r"rate $\alpha^{-2}$", "rate α⁻²"),
        (r"$\mathrm{log}\, \foo{x}$", r"log\, \foo{x}"),
        ("5 and 6", "5 and 6"),
    ],
)
def test_formulas_in_labels_are_readable(run: Callable, formula: str, words: str) -> None:
    code = f"import matplotlib.pyplot as plt\nplt.plot([1, 2], label={formula!r})\nplt.show()\n"
    ran = run(code if "foo" not in formula else code.replace("plt.show()", ""))
    (item,) = ran.said("figure")[0]["axes"][0]["items"]
    assert item["label"] == words
