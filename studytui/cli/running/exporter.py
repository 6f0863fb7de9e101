"""Files of what a run drew and printed, written once it has ended."""

from __future__ import annotations

import sys
from pathlib import Path

from studytui.cli.running.curves import Curves
from studytui.cli.running.listener import Listener
from studytui.errors import StorageError
from studytui.plot import View, describe, draw, figure_charts
from studytui.plot.export import Told
from studytui.plot.picture import Picture
from studytui.runner.clean import Cleaner
from studytui.runner.events import AnyEvent, Finished, Stderr, Stdout
from studytui.study.exports import ExportFolder, Sheet, saved
from studytui.study.exports.sheet import chart_sheet, curve_sheet

MOST = 1 << 20
"""Characters of output that a page holds."""
WIDTH, HEIGHT = 80, 18


class Exporter:
    """Passes every event on; at the end saves the plots and the page, and says so on standard error."""

    finished: Finished

    def __init__(self, inner: Listener, folder: Path, title: str, code: str) -> None:
        self._inner, self._folder = inner, ExportFolder(folder)
        self._title, self._code = title, code
        self._curves, self._cleaner = Curves(), Cleaner()
        self._printed, self._room = [""], MOST

    def hear(self, event: AnyEvent) -> None:
        """Take one event."""
        self._inner.hear(event)
        self._curves.hear(event)
        if isinstance(event, Stdout | Stderr) and self._room > 0:
            text = self._cleaner.feed(event.text)[: self._room]
            self._room -= len(text)
            self._printed.append(text)
        if isinstance(event, Finished):
            self.finished = event
            self._save(event)

    def _save(self, ended: Finished) -> None:
        sheets = list(self._sheets())
        try:
            for sheet, _ in sheets:
                _say(saved(self._folder.save_plot(sheet)))
            pictures = [(words, _picture(sheet)) for sheet, words in sheets]
            told = Told(self._title, self._code, "".join(self._printed), str(ended.status), pictures)
            _say(saved([self._folder.save_run(told)]))
        except StorageError as error:
            _say(str(error))  # the run itself is over and shown: its exit code stays what it was

    def _sheets(self) -> list[tuple[Sheet, str]]:
        charts = [chart for figure in self._curves.figures for chart in figure_charts(figure)]
        drawn = [(chart_sheet(chart), chart.title or "figure") for chart in charts]
        groups = self._curves.groups()
        return drawn + [(curve_sheet(group, [], View()), "; ".join(map(describe, group))) for group in groups]


def _picture(sheet: Sheet) -> Picture:
    return draw(sheet.chart, WIDTH, HEIGHT)


def _say(words: str) -> None:
    print(f"studytui: {words}", file=sys.stderr)
