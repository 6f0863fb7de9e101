"""A chart as frozen data: what to draw, not how. Builders and the drawing meet here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Range = tuple[float, float]
Gap = float | None
"""A coordinate, or None where the line is interrupted."""

ScaleEntry = tuple[str, str, str]
"""Glyph, number in words, role."""

Kind = Literal["line", "points", "bars", "band"]
Dash = Literal["solid", "dashed", "dotted", "dashdot"]
MarkKind = Literal["bad", "horizontal", "vertical", "epoch"]

GLYPHS = "●▲■◆○△□◇"
"""Marks that tell lines apart without colour, in order; further lines begin again."""
SERIES_ROLES = 8
"""Roles `series-0` to `series-7` exist; further series begin again."""


@dataclass(frozen=True, slots=True)
class Line:
    """One named set of data: a line, points, bars, or the band between two lines.

    `xs` and `ys` have equal length; `lows` is the other edge of bars and bands (empty: zero).
    `span` is the width of a bar in units of x.
    """

    name: str
    xs: tuple[float, ...]
    ys: tuple[Gap, ...]
    role: str = "series-0"
    dim: bool = False
    kind: Kind = "line"
    dash: Dash = "solid"
    lows: tuple[Gap, ...] = ()
    span: float = 0.8
    glyph: str = ""
    """Stamped here and there on the line, and shown in the legend."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A × at the bottom where numbers stopped being finite, a dim rule across the free cells, or a tick up
    from the axis where an epoch begins.
    """

    kind: MarkKind
    at: float


@dataclass(frozen=True, slots=True)
class Note:
    """Words inside the picture, starting at a point."""

    x: float
    y: float
    text: str


@dataclass(frozen=True, slots=True)
class Image:
    """Brightness from 0 to 1, `rows[0]` at the top of the picture, stretched over `x_range` and `y_range`."""

    rows: tuple[tuple[Gap, ...], ...]
    x_range: Range
    y_range: Range
    low: float = 0.0
    high: float = 1.0
    """The values that brightness 0 and 1 stand for."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A place on an axis and the word beside it."""

    at: float
    label: str


@dataclass(frozen=True, slots=True)
class Chart:
    """Everything one picture shows.

    A range of None fits the data, one from high to low turns the axis around; ticks of None are chosen.
    """

    title: str = ""
    lines: tuple[Line, ...] = ()
    x_label: str = ""
    y_label: str = ""
    log_x: bool = False
    log_y: bool = False
    x_range: Range | None = None
    y_range: Range | None = None
    marks: tuple[Mark, ...] = ()
    notes: tuple[str, ...] = ()
    """Sentences shown above the picture, such as the step where the loss became nan."""
    readout: str = ""
    """What the crosshair points at; takes the place of the title."""
    texts: tuple[Note, ...] = ()
    images: tuple[Image, ...] = ()
    scale: tuple[ScaleEntry, ...] = ()
    """What colours stand for, from low to high."""
    x_ticks: tuple[Tick, ...] | None = None
    y_ticks: tuple[Tick, ...] | None = None


def series_role(index: int, dim: bool = False) -> str:
    """The role of the series with this index: `series-3`, or `series-3-dim` for what lies underneath."""
    return f"series-{index % SERIES_ROLES}" + ("-dim" if dim else "")
