"""The one place that knows plotext: it draws the frame of a chart; the dots are ours.

plotext 6 aborts the process on nan, spends gigabytes on points far outside the limits, and writes warnings
to stderr when limits are equal. So it only ever sees ticks as fractions from 0 to 1 with ready-made labels,
on an axis from 0 to 1, in a private figure that lives for one frame. Wide and accented characters travel as
private stand-ins of one cell each, since plotext counts characters.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from studytui.plot.cells import cells

FractionTick = tuple[float, str]
"""Where on the axis (0 to 1), and the label."""

_PRIVATE = 0xE000
_PRIVATE_SIZE = 0x1900


@dataclass(frozen=True, slots=True)
class Frame:
    """Axes and labels as cells, and the rectangle inside them that is free for data."""

    rows: tuple[tuple[str, ...], ...]
    left: int
    top: int
    columns: int
    lines: int


@lru_cache(maxsize=64)
def frame(
    width: int,
    height: int,
    x_ticks: tuple[FractionTick, ...],
    y_ticks: tuple[FractionTick, ...],
    x_label: str,
    y_label: str,
) -> Frame:
    """The frame of a chart of width × height cells. The same arguments give the same object."""
    coat = _Coat()
    figure = _figure(width, height)
    _axis(figure, "x", x_ticks, x_label, coat)
    _axis(figure, "y", y_ticks, y_label, coat)
    text = figure.build().string(colorless=True)
    left, top = figure._parts.canvas.position()
    columns, lines = figure._parts.canvas.size()
    rows = tuple(coat.undo(row, width) for row in text.split("\n")[:height])
    return Frame(rows, left, top, max(0, columns), max(0, lines))


def _figure(width: int, height: int) -> Any:
    # plotext's public `figure` is one for the whole process; a private one hangs from a terminal object.
    from plotext._kernel.terminal import terminal

    owner = terminal()
    owner.limit(False, False)
    figure = owner._master
    figure._owner = owner  # the figure does not keep its parent alive in every version
    figure._set_size(width, height)
    figure.canvas("default")
    figure.axes(False, axis="x", side="upper")
    figure.axes(False, axis="y", side="right")
    return figure


def _axis(figure: Any, name: str, ticks: Iterable[FractionTick], label: str, coat: _Coat) -> None:
    # plotext fails on labels that show nothing: blanks, or invisible characters only.
    dressed_ticks = [(at, coat.on(word)) for at, word in ticks if 0.0 <= at <= 1.0]
    inside = [(at, word) for at, word in dressed_ticks if word.strip()]
    ruler = figure.ruler(name, "lower" if name == "x" else "left")
    ruler.lim(0.0, 1.0)
    ruler.ticks([at for at, _ in inside], [word for _, word in inside])
    if dressed := coat.on(label):
        figure.label(dressed, name)


class _Coat:
    """Gives every cell that is not one plain character a stand-in, and takes it off again."""

    def __init__(self) -> None:
        self._cells: list[str] = []

    def on(self, text: str) -> str:
        return "".join(self._stand_in(cell) for cell in cells(text))

    def undo(self, row: str, width: int) -> tuple[str, ...]:
        out = [self._cells[ord(char) - _PRIVATE] if self._is_ours(char) else char for char in row[:width]]
        return tuple(out + [" "] * (width - len(out)))

    def _stand_in(self, cell: str) -> str:
        if len(cell) == 1 and (cell.isascii() or len(self._cells) >= _PRIVATE_SIZE):
            return cell
        self._cells.append(cell)
        return chr(_PRIVATE + len(self._cells) - 1)

    def _is_ours(self, char: str) -> bool:
        return _PRIVATE <= ord(char) < _PRIVATE + len(self._cells)
