"""All 37 kinds of plots of matplotlib's gallery and 20 that learners draw: the picture shows what they are.

One run draws them all; each kind is then asked for what it must contain.
"""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from studytui.plot import draw
from tests.inside.gallery.kinds import HEAD, KINDS
from tests.inside.gallery.learners import LEARNERS
from tests.inside.gallery.shown import HEIGHT, WIDTH, Kind, Shown

ALL = (*KINDS, *LEARNERS)


@pytest.fixture(scope="module")
def gallery(run: Callable) -> dict[str, Shown]:
    """Name -> the figure. A kind that raises, or leaves no figure, is missing."""
    program = [HEAD, f"kinds = {[(kind.name, kind.code) for kind in ALL]!r}"]
    program += ["for name, code in kinds:", "    exec(code)", "    plt.gcf().set_label(name)"]
    program += ["    print(name)", "    plt.show()"]
    ran = run("\n".join(program))
    assert ran.err == ""
    assert ran.longest < 64 * 1024
    figures = ran.said("figure")
    assert len(figures) == len(ALL)
    return {name: Shown(figure) for name, figure in zip(ran.out.split(), figures, strict=True)}


def test_it_is_the_whole_list() -> None:
    assert (len(KINDS), len(LEARNERS)) == (37, 20)
    assert len({kind.name for kind in ALL}) == 57


@pytest.mark.parametrize("kind", ALL, ids=lambda kind: kind.name)
def test_the_picture_shows_what_it_is(gallery: dict[str, Shown], kind: Kind) -> None:
    shown = gallery[kind.name]
    assert len(shown.charts) == kind.axes
    assert {name: shown.count(name) >= least for name, least in kind.has.items()} == dict.fromkeys(
        kind.has, True
    )
    assert [word for word in kind.words if word not in shown.text] == []
    assert [spot for spot in kind.on if not shown.around(spot)] == [], shown.text
    assert [spot for spot in kind.off if shown.around(spot, 0)] == [], shown.text
    assert sum("⠀" < char <= "⣿" or char in "•░▒▓█▀▄" for char in shown.text) >= 3


def test_no_chart_is_slow_to_draw(gallery: dict[str, Shown]) -> None:
    """Ten times the budget of 100 ms, in CPU time: this catches loops over loops, not a busy machine."""
    for name, shown in gallery.items():
        begin = time.thread_time()
        draw(shown.charts[0], WIDTH, HEIGHT)
        assert time.thread_time() - begin < 1.0, name
