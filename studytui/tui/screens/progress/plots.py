"""Forecast and retention, side by side."""

from __future__ import annotations

from datetime import datetime

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.events import Resize
from textual.widgets import Static

from studytui.plot import Chart, draw
from studytui.study.habits.overview import Overview
from studytui.study.habits.plots import ENOUGH, forecast_chart, retention_chart
from studytui.tui.widgets.plot_picture import PictureView

NOTHING = "Answer some questions: then a plot of what is due, and of what you still know, is drawn here."


class HabitPlots(Horizontal):
    """One picture each; words where there is nothing to draw yet."""

    DEFAULT_CSS = """
    HabitPlots { height: 10; padding: 0 1;
        & Static { width: 1fr; color: $text-muted; padding: 1 1; }
        & PictureView { width: 1fr; height: 1fr; }
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self._charts: list[Chart] = []

    def compose(self) -> ComposeResult:
        yield PictureView(id="forecast")
        yield PictureView(id="retention")
        yield Static(NOTHING, markup=False)

    def show(self, shown: Overview) -> None:
        """Draw what there is enough of."""
        self._charts = []
        if shown.forecast:
            self._charts.append(forecast_chart(shown.forecast, datetime.now().astimezone().date()))
        if sum(week.reviewed >= ENOUGH for week in shown.weeks.values()) > 1:
            self._charts.append(retention_chart(shown.weeks))
        for place, view in enumerate(self.query(PictureView)):
            view.display = place < len(self._charts)
        self.query_one(Static).display = not self._charts
        self.call_after_refresh(self._draw)

    def on_resize(self, event: Resize) -> None:
        """Draw for the new size."""
        self.call_after_refresh(self._draw)

    def on_picture_view_unfit(self, message: PictureView.Unfit) -> None:
        """A picture has another size than its place."""
        message.stop()
        self.call_after_refresh(self._draw)

    def _draw(self) -> None:
        for view, chart in zip(self.query(PictureView), self._charts, strict=False):
            if view.size.width > 0 and view.size.height > 0:
                view.show(draw(chart, view.size.width, view.size.height))
