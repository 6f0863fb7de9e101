"""The numbers themselves: as a table when there are few, always as shades from smallest to largest."""

from __future__ import annotations

import math
from collections.abc import Iterator

from rich.style import Style
from textual.strip import Strip

from studytui.tui.screens.inspector.lines import BOLD, DIM, line, sizes
from studytui.tui.screens.inspector.subject import Subject
from studytui.tui.widgets.results.values import number

SHADES = "·░▒▓█"
FEW = 5
"""Columns up to which the numbers are written out as well."""


def numbers_page(subject: Subject) -> Iterator[Strip]:
    """The lines."""
    grid = [row for row in subject.closer["grid"] if isinstance(row, list | tuple)]
    shape = subject.shape
    shown = [len(grid), len(grid[0]) if grid else 0]
    of = "" if shown == ([1, 1, *shape])[-2:] else ", thinned out evenly"
    first = f"of [{'0, ' * (len(shape) - 2)}…, …]" if len(shape) > 2 else ""
    yield line((f"{sizes(shape)} {first}{of}", DIM))
    finite = [value for row in grid for value in row if isinstance(value, float | int)]
    low, high = min(finite, default=0.0), max(finite, default=0.0)
    if shown[1] <= FEW:
        for row in grid:
            yield line("  " + "".join(f"{number(value):>10}" for value in row))
        yield line("")
    yield line(("shades  ", BOLD), (f"· {number(low)}  to  █ {number(high)}   ! nan or infinite", DIM))
    for row in grid:
        yield line("  ", *(shade(value, low, high) for value in row))


def shade(value: object, low: float, high: float) -> tuple[str, Style]:
    """Two cells for one number: a glyph for how large it is, coloured by its sign."""
    if not isinstance(value, float | int) or not math.isfinite(value):
        return "!!", Style(color="red", bold=True)
    part = (value - low) / (high - low) if high > low else 0.5
    glyph = SHADES[min(len(SHADES) - 1, int(part * len(SHADES)))]
    return glyph * 2, Style(color="blue") if value < 0 else Style()
