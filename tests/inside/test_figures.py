"""matplotlib code, unchanged, becomes figures of plain data."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

HEAD = "import numpy as np\nimport matplotlib.pyplot as plt\nx = np.linspace(0, 4, 9)\n"


def axes_of(run: Callable, code: str) -> list[dict[str, Any]]:
    ran = run(HEAD + code)
    assert (ran.code, ran.err) == (0, "")
    (figure,) = ran.said("figure")
    return figure["axes"]


def test_a_line_with_its_title_labels_and_legend(run: Callable) -> None:
    code = """
plt.plot(x, x**2, label='square')
plt.plot(x, -x, label='minus')
plt.title('two')
plt.xlabel('$x$')
plt.legend()
plt.show()
"""
    (axes,) = axes_of(run, code)
    assert (axes["title"], axes["xlabel"], axes["legend"]) == ("two", "x", True)
    assert [(item["kind"], item["label"]) for item in axes["items"]] == [
        ("line", "square"),
        ("line", "minus"),
    ]
    assert axes["items"][0]["x"] == pytest.approx([i / 2 for i in range(9)])
    assert axes["items"][0]["y"] == pytest.approx([(i / 2) ** 2 for i in range(9)])


@pytest.mark.parametrize(
    "code", ["plt.plot(x, x)\n", "plt.plot(x, x)\nplt.gcf().show()\n", "plt.plot(x, x)\nplt.show()\n"]
)
def test_a_figure_is_shown_once_however_it_is_shown(run: Callable, code: str) -> None:
    assert len(run(HEAD + code).said("figure")) == 1


def test_after_show_a_new_figure_begins(run: Callable) -> None:
    figures = run(HEAD + "plt.plot(x, x)\nplt.show()\nplt.plot(x, -x)\nplt.show()\n").said("figure")
    assert [len(figure["axes"][0]["items"]) for figure in figures] == [1, 1]


def test_another_backend_is_respected_and_its_figures_are_shown_in_the_end(run: Callable) -> None:
    code = "import matplotlib\nmatplotlib.use('Agg')\n" + HEAD + "plt.plot(x, x)\nplt.savefig('a.png')\n"
    assert len(run(code).said("figure")) == 1


def test_bars_and_histograms_are_bars(run: Callable) -> None:
    (axes,) = axes_of(run, "plt.bar(['a', 'b', 'c'], [1, 3, 2])\n")
    (bars,) = axes["items"]
    assert (bars["kind"], bars["x"], bars["y"], bars["low"]) == ("bars", [0, 1, 2], [1, 3, 2], [0, 0, 0])
    assert [label for _, label in axes["xticks"]] == ["a", "b", "c"]
    (axes,) = axes_of(run, "plt.hist([1, 1, 2, 5], bins=4)\n")
    assert axes["items"][0]["y"] == [2, 1, 0, 1]


def test_scatter_is_points(run: Callable) -> None:
    (axes,) = axes_of(run, "plt.scatter([1, 2, 3], [4, 5, 6], c=[0, 1, 2])\n")
    assert [item["kind"] for item in axes["items"]] == ["points"] * 3
    assert [item["x"] for item in axes["items"]] == [[1], [2], [3]]
    assert [item["y"] for item in axes["items"]] == [[4], [5], [6]]


def test_log_scales_and_limits(run: Callable) -> None:
    (axes,) = axes_of(run, "plt.semilogy(x, 10**x)\nplt.ylim(1, 1e4)\n")
    assert (axes["xscale"], axes["yscale"]) == ("linear", "log")
    assert axes["ylim"] == [1.0, 1e4]
    assert axes["items"][0]["y"] == pytest.approx([10 ** (i / 2) for i in range(9)], rel=1e-5)


def test_an_image_has_its_first_row_on_top_and_true_ticks(run: Callable) -> None:
    (axes,) = axes_of(run, "plt.imshow([[1, 2, 3], [4, 5, 6]])\n")
    (image,) = axes["items"]
    assert (image["kind"], image["rows"]) == ("image", [[1, 2, 3], [4, 5, 6]])
    assert image["extent"] == pytest.approx([-0.5, 2.5, -1.5, 0.5])
    assert (axes["ylim"], {label: at for at, label in axes["yticks"]}["1"]) == ([-1.5, 0.5], -1.0)


def test_an_image_from_the_bottom_up(run: Callable) -> None:
    (axes,) = axes_of(run, "plt.imshow([[1, 2, 3], [4, 5, 6]], origin='lower')\n")
    assert axes["items"][0]["rows"] == [[4, 5, 6], [1, 2, 3]]
    assert axes["items"][0]["extent"] == pytest.approx([-0.5, 2.5, -0.5, 1.5])


def test_missing_values_interrupt_a_line(run: Callable) -> None:
    (axes,) = axes_of(run, "y = x.copy()\ny[4] = np.nan\nplt.plot(x, y)\n")
    assert axes["items"][0]["y"][4] is None


def test_subplots_and_a_heading(run: Callable) -> None:
    ran = run(
        HEAD + "fig, ax = plt.subplots(1, 2)\nax[0].plot(x, x)\nax[1].scatter(x, x)\nfig.suptitle('both')\n"
    )
    (figure,) = ran.said("figure")
    assert figure["title"] == "both"
    assert [axes["items"][0]["kind"] for axes in figure["axes"]] == ["line", "points"]


@pytest.mark.parametrize(
    "code",
    [
        "plt.fill_between(x, x, 2 * x)",
        "plt.errorbar(x, x, yerr=0.1)",
        "plt.contour(np.outer(x, x))",
        "plt.contourf(np.outer(x, x))",
        "plt.pcolormesh(np.outer(x, x))",
        "plt.boxplot([x, x * 2])",
        "plt.pie([1, 2, 3])",
        "plt.quiver(x, x, x, x)",
        "plt.subplot(projection='polar').plot(x, x)",
        "plt.figure().add_subplot(projection='3d').plot_surface(*np.meshgrid(x, x), np.outer(x, x))",
        "plt.annotate('here', (1, 1), (2, 2), arrowprops={'arrowstyle': '->'})",
        "plt.step(x, x)",
        "plt.plot(np.cumsum(np.ones(1_000_000)))",
    ],
)
def test_every_kind_of_plot_has_something_to_draw(run: Callable, code: str) -> None:
    ran = run(HEAD + code + "\n")
    (figure,) = ran.said("figure")
    assert ran.err == ""
    assert sum(len(axes["items"]) for axes in figure["axes"]) >= 1
    assert ran.longest < 64 * 1024


def test_a_spike_in_a_million_points_survives(run: Callable) -> None:
    (axes,) = axes_of(run, "y = np.zeros(1_000_000)\ny[654_321] = 7\nplt.plot(y)\n")
    assert max(axes["items"][0]["y"]) == pytest.approx(7)


def test_an_artist_that_cannot_be_drawn_ends_nothing(run: Callable) -> None:
    code = """
class Bad(plt.Line2D):
    def draw(self, renderer): raise ValueError('bad')
plt.gca().add_line(Bad([0], [0]))
plt.show()
print('on')
"""
    ran = run(HEAD + code)
    assert (ran.code, ran.out) == (0, "on\n")
    assert "could not be drawn: ValueError: bad" in ran.err
