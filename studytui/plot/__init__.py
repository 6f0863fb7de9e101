"""Figures as plain data, series that stay small, and drawing them with plotext.

Importing this costs a millisecond; plotext itself is imported by the first `draw`.
"""

from studytui.plot.chart import Chart, Image, Line, Mark, Note, Tick
from studytui.plot.derivatives import derivative_chart
from studytui.plot.describe import describe, verdict
from studytui.plot.draw import draw
from studytui.plot.figure import figure_charts, figure_spaces
from studytui.plot.ghost import Ghost
from studytui.plot.loss import loss_chart
from studytui.plot.picture import Picture, Span
from studytui.plot.series import Series
from studytui.plot.space import Space, space_chart
from studytui.plot.view import View

__all__ = [
    "Chart",
    "Ghost",
    "Image",
    "Line",
    "Mark",
    "Note",
    "Picture",
    "Series",
    "Space",
    "Span",
    "Tick",
    "View",
    "derivative_chart",
    "describe",
    "draw",
    "figure_charts",
    "figure_spaces",
    "loss_chart",
    "space_chart",
    "verdict",
]
