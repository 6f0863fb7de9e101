"""What a run recorded, drawn into the plain terminal once it has ended."""

from __future__ import annotations

import shutil

from studytui.cli.running.showing import shown, worded
from studytui.plot import Chart, Series, View, describe, draw, figure_charts, loss_chart
from studytui.plot.units import by_unit, unit
from studytui.runner.events import AnyEvent, FigureDrawn, SeriesPoints

HEIGHT = 18
"""Rows of a picture."""


class Curves:
    """Gathers series and figures; small, however long the run."""

    def __init__(self) -> None:
        self.series: dict[str, Series] = {}
        self.figures: list[FigureDrawn] = []

    def hear(self, event: AnyEvent) -> None:
        """Take what can be drawn."""
        if isinstance(event, SeriesPoints):
            series = self.series.setdefault(event.name, Series(event.name))
            series.extend(event.steps, event.values)
            series.epochs.add(event.epochs, event.epoch_count)
            if event.final:
                series.finish(event)
        elif isinstance(event, FigureDrawn):
            if event.afresh:
                self.figures.clear()
            self.figures.append(event)

    def drawn(self) -> str:
        """All pictures, each with its series in words below; "" when nothing was recorded."""
        width = shutil.get_terminal_size().columns
        charts = [chart for figure in self.figures for chart in figure_charts(figure)]
        parts = [picture(chart, width) for chart in charts]
        for group in self.groups():
            parts.append(picture(loss_chart(group, [], _view(group), width), width))
            parts += [worded(describe(series)) for series in group]
        return "".join(part + "\n" for part in parts)

    def groups(self) -> list[list[Series]]:
        """What is drawn on common axes: rates, gradient norms; each loss has a picture of its own."""
        parts = by_unit(self.series)
        apart = [[name] for names in parts for name in names if not unit(name)]
        together = [names for names in parts if unit(names[0])]
        return [[self.series[name] for name in names] for names in apart + together]


def _view(group: list[Series]) -> View:
    """Logarithmic where a linear axis would press most of the curves flat."""
    return View(log_y=all(series.spans_decades for series in group))


def picture(chart: Chart, width: int, height: int = HEIGHT) -> str:
    """One chart, as the terminal can show it."""
    return shown(draw(chart, max(20, width - 1), height))
