"""A chart as SVG, PNG and CSV, a run as Markdown: text and bytes; writing files is left to others."""

from studytui.plot.export.markdown import Told, markdown
from studytui.plot.export.png import png
from studytui.plot.export.svg import svg
from studytui.plot.export.tables import chart_csv, series_csv

__all__ = ["Told", "chart_csv", "markdown", "png", "series_csv", "svg"]
