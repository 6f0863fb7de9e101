"""One entry of the gallery, and a picture that can be asked what is drawn at a place of the data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from studytui.plot import Chart, draw, figure_charts
from studytui.plot.scene import scene
from studytui.runner.events import FigureDrawn

WIDTH, HEIGHT = 78, 24
Spot = tuple[float, float]


@dataclass(frozen=True)
class Kind:
    """`code` draws it; `has` are kinds of items and their least number, `words` texts in the picture.

    At the places `on`, in the coordinates of the data, something is drawn, at `off` nothing is.
    """

    name: str
    code: str
    has: dict[str, int]
    words: tuple[str, ...] = ()
    on: tuple[Spot, ...] = ()
    off: tuple[Spot, ...] = ()
    axes: int = 1


class Shown:
    """A figure as it arrived, drawn."""

    def __init__(self, figure: dict[str, Any]) -> None:
        self.axes = figure["axes"]
        self.charts: list[Chart] = figure_charts(FigureDrawn(figure["title"], tuple(figure["axes"])))
        self.rows = [draw(chart, WIDTH, HEIGHT).plain().splitlines() for chart in self.charts]

    @property
    def text(self) -> str:
        """All pictures."""
        return "\n".join("\n".join(rows) for rows in self.rows)

    def count(self, kind: str) -> int:
        """How many items of a kind were sent."""
        return sum(item["kind"] == kind for axes in self.axes for item in axes["items"])

    def around(self, spot: Spot, reach: int = 1) -> str:
        """What the first picture shows within `reach` cells of a place."""
        rows, settled = self.rows[0], scene(self.charts[0])
        bottom = next(i for i, row in enumerate(rows) if row.lstrip().startswith("└"))
        left = rows[bottom].index("└") + 1
        top = next(i for i, row in enumerate(rows) if row[left - 1 : left] in ("│", "┤"))
        x, y = settled.x.fraction(spot[0]), settled.y.fraction(spot[1])
        assert x is not None
        assert y is not None
        col = left + round(x * (WIDTH - left - 1))
        row = top + round((1 - y) * (bottom - top - 1))
        near = rows[max(top, row - reach) : min(bottom, row + reach + 1)]
        return "".join(line.ljust(WIDTH)[max(left, col - reach) : col + reach + 1] for line in near).strip()
