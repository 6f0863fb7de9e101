"""The sheets of a plot pane, which of them is shown, and how the learner looks at it."""

from __future__ import annotations

from dataclasses import replace

from studytui.plot import Chart, View, figure_charts, figure_spaces
from studytui.runner.events import FigureDrawn, SeriesPoints
from studytui.tui.widgets.plot_curves import Curves
from studytui.tui.widgets.plot_sheets import CurveSheet, Sheet, SpaceSheet, StillSheet, x_range

MARGIN = 10
"""Columns that the axis and its labels take, about."""


class Album:
    """Curves first, then figures in the order they came."""

    def __init__(self) -> None:
        self.curves = Curves()
        self.view = View()
        self._stills: list[Sheet] = []
        self._index = 0
        self._turned = self._scaled = False
        """Whether the learner has chosen a sheet, and the scale of y."""
        self._last: Chart | None = None

    # What a run says

    def begin(self) -> None:
        """A new run: curves become ghosts, figures go."""
        self.curves.begin()
        self._stills = []
        self._go(0)
        self._turned = False

    def add(self, points: SeriesPoints) -> None:
        """A batch of a series."""
        self.curves.add(points)

    def add_figure(self, figure: FigureDrawn) -> None:
        """Every pair of axes is a sheet; the newest is shown unless the learner has chosen another."""
        if figure.afresh:
            self._stills = []
        charts = figure_charts(figure)
        spaces = figure_spaces(figure)
        self._stills += [
            StillSheet(chart) if space is None else SpaceSheet(space)
            for chart, space in zip(charts, spaces, strict=True)
        ]
        if charts and not self._turned:
            self._go(len(self.sheets) - len(charts))

    def settle(self) -> None:
        """A scale on which what is shown can be read, unless the learner has chosen one.

        Before a run has recorded anything there is nothing to judge: the scale of the run before stays.
        """
        sheet = self.sheet
        if self._scaled or sheet is None or (isinstance(sheet, CurveSheet) and not sheet.group.live):
            return
        self.view = replace(self.view, log_y=isinstance(sheet, CurveSheet) and sheet.spans_decades)

    def show_alone(self, sheet: Sheet) -> None:
        """This sheet and no other; the view stays when it replaces one of its kind."""
        same = len(self._stills) == 1 and type(self._stills[0]) is type(sheet) and not self.curves.groups()
        self.curves.clear()
        self._stills = [sheet]
        if not same:
            self._go(0)

    def clear(self) -> None:
        """Nothing to show."""
        self.curves.clear()
        self._stills = []
        self._go(0)

    # What is shown

    @property
    def sheets(self) -> list[Sheet]:
        """All sheets, in order."""
        return [*map(CurveSheet, self.curves.groups()), *self._stills]

    @property
    def place(self) -> int:
        """Which sheet is shown, from 0."""
        return min(self._index, max(0, len(self.sheets) - 1))

    @property
    def sheet(self) -> Sheet | None:
        """The sheet that is shown."""
        sheets = self.sheets
        return sheets[self.place] if sheets else None

    @property
    def words(self) -> str:
        """What is shown, in a line."""
        count, sheet = len(self.sheets), self.sheet
        if sheet is None:
            return ""
        other = "l: linear axis, " if self.view.log_y else "l: log axis, "
        hint = other if isinstance(sheet, CurveSheet) and sheet.spans_decades else ""
        which = f"{self.place + 1} of {count} (Tab)  " if count > 1 else ""
        return which + hint + sheet.words

    def chart(self, width: int) -> Chart | None:
        """The chart to draw, `width` cells wide."""
        sheet = self.sheet
        self._last = sheet.chart(self.view, width, self._last) if sheet else None
        return self._last

    # How it is looked at

    def turn(self, by: int) -> None:
        """Show the next or previous sheet, around the ends."""
        self._turned = True
        self._go((self.place + by) % max(1, len(self.sheets)))

    def toggle_log(self) -> None:
        """Logarithmic or linear y, from now on."""
        self._scaled = True
        self.view = replace(self.view, log_y=not self.view.log_y)

    def toggle_smooth(self) -> None:
        """Smoothed curves over the raw ones, or the raw ones alone."""
        self.view = replace(self.view, smooth=not self.view.smooth)

    def pan(self, part: float, width: int) -> None:
        """Move what is shown by this part of its width; curves begin at step 0."""
        low, high = self._range(width)
        by = (high - low) * part
        if isinstance(self.sheet, CurveSheet):
            by = max(by, -low)
        self.view = replace(self.view, low=low + by, high=high + by)

    def reset(self) -> None:
        """All of x, without crosshair."""
        self.view = replace(self.view, low=None, high=None, crosshair=None, elev=0.0, azim=0.0)

    def rotate(self, elev: float, azim: float) -> None:
        """Turn 3-D axes by these degrees."""
        self.view = replace(self.view, elev=self.view.elev + elev, azim=self.view.azim + azim)

    def move_crosshair(self, columns: int, width: int) -> None:
        """By this many columns; it starts in the middle."""
        low, high = self._range(width)
        at = self.view.crosshair
        column = (high - low) / max(1, width - MARGIN)
        place = (low + high) / 2 if at is None else min(max(at + columns * column, low), high)
        self.view = replace(self.view, crosshair=place)

    def zoom(self, factor: float, width: int) -> None:
        """Show `factor` times as much of x, around the crosshair or the middle."""
        low, high = self._range(width)
        centre = (low + high) / 2 if self.view.crosshair is None else self.view.crosshair
        half = (high - low) * factor / 2
        start = centre - half
        if isinstance(self.sheet, CurveSheet):
            half, start = max(half, 2.0), max(0.0, start)
        self.view = replace(self.view, low=start, high=start + 2 * half)

    def _range(self, width: int) -> tuple[float, float]:
        chart = self._last or self.chart(width)
        return x_range(chart) if chart is not None else (0.0, 1.0)

    def _go(self, index: int) -> None:
        if index != self._index:
            self.reset()
        self._index, self._last = index, None
        self.settle()
