"""Code that was written for a notebook."""

from __future__ import annotations

from collections.abc import Callable

HEAD = "%matplotlib inline\n%load_ext autoreload\n%config InlineBackend.figure_format = 'retina'\n"
FIGURE = """
import matplotlib.pyplot as plt
from IPython.display import clear_output, display
import IPython.display as ipd
from matplotlib.figure import Figure
"""


def test_display_shows_figures_as_figures_and_the_rest_as_text(run: Callable) -> None:
    code = """
fig, ax = plt.subplots()
ax.plot([1, 2, 3])
display('two', [1, 2], ipd.Markdown('**bold**'), ipd.HTML('<b>x</b> = 1'))
display(fig)
free = Figure()
free.add_subplot().plot([4, 5])
ipd.display(free)
"""
    ran = run(HEAD + FIGURE + code)
    assert (ran.code, ran.err, ran.out) == (0, "", "'two'\n[1, 2]\n**bold**\nx = 1\n")
    assert [figure["axes"][0]["items"][0]["y"] for figure in ran.said("figure")] == [[1, 2, 3], [4, 5]]


def test_after_clear_output_the_next_figure_takes_the_place_of_the_last(run: Callable) -> None:
    code = "for i in range(3):\n    clear_output(True)\n    plt.plot([0, i])\n    plt.show()\n    print(i)\n"
    ran = run(FIGURE + code)
    assert ran.out == "0\n1\n2\n"
    assert [figure.get("afresh") for figure in ran.said("figure")] == [True, True, True]


def test_a_figure_drawn_again_with_pause_replaces_itself(run: Callable) -> None:
    code = "line, = plt.plot([0, 0])\nfor i in range(3):\n    line.set_ydata([0, i])\n    plt.pause(0.001)\n"
    shown = run(FIGURE + code).said("figure")
    assert [figure.get("afresh", False) for figure in shown] == [False, True, True]


def test_what_asks_for_a_notebook_shell_learns_that_there_is_none(run: Callable) -> None:
    ran = run("from IPython import get_ipython\nprint(get_ipython() is None)\n")
    assert (ran.code, ran.out) == (0, "True\n")


def test_code_without_ipython_does_not_meet_ours(run: Callable) -> None:
    ran = run("name = 'I' + 'Python'\nimport importlib.util\nprint(importlib.util.find_spec(name))\n")
    assert "notebook" not in ran.out
