"""A figure with tracks, as it was after so many steps of them."""

from __future__ import annotations

from dataclasses import replace

from studytui.plot.chart import Chart, Line
from studytui.plot.numbers import short

TIP = "●"


def steps_of(chart: Chart) -> int:
    """How many steps the longest track has; tracks are the lines that have a name."""
    return max((len(line.xs) - 1 for line in chart.lines if _is_track(line)), default=0)


def walked(chart: Chart, step: int, hint: str = "") -> Chart:
    """The tracks up to this step (0 is the start), each with a mark where it is; all else as it was.

    A note names the places, after `hint`. Past the end of a track its mark stays at the end.
    """
    lines: list[Line] = []
    places: list[str] = []
    for line in chart.lines:
        if not _is_track(line):
            lines.append(line)
            continue
        at = min(step, len(line.xs) - 1)
        tip = replace(line, name="", xs=line.xs[at : at + 1], ys=line.ys[at : at + 1], kind="points")
        lines += [replace(line, xs=line.xs[: at + 1], ys=line.ys[: at + 1])]
        lines += [replace(tip, glyph=line.glyph or TIP)]
        y = line.ys[at]
        places.append(f"({short(line.xs[at])}, {'–' if y is None else short(y)})")
    note = f"step {step} of {steps_of(chart)}{hint}: {'  '.join(places)}"
    return replace(chart, lines=tuple(lines), notes=(note,))


def _is_track(line: Line) -> bool:
    return bool(line.name) and line.kind == "line" and bool(line.xs)
