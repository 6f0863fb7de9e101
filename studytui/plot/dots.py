"""Braille dots, two by four a cell. A layer is one integer per dot column; bit 0 is the lowest dot.

Runs of bits make a column of a noisy curve as cheap as one point, in plain Python.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

Point = tuple[float, float] | None
"""Dot coordinates (column, row from below), or None where the line is interrupted."""

DOTS_ACROSS, DOTS_DOWN = 2, 4
_LEFT, _RIGHT = (0x40, 0x04, 0x02, 0x01), (0x80, 0x20, 0x10, 0x08)


def _codes(weights: Sequence[int]) -> tuple[int, ...]:
    return tuple(sum(w for bit, w in enumerate(weights) if nibble >> bit & 1) for nibble in range(16))


LEFT, RIGHT = _codes(_LEFT), _codes(_RIGHT)
"""Four bits, lowest dot first, to the braille bits of the left and of the right half of a cell."""


class Layer:
    """The dots of one line on `width` × `height` dots."""

    def __init__(self, width: int, height: int) -> None:
        self.width, self.height = width, height
        self.columns = [0] * width

    def dot(self, x: float, y: float) -> None:
        """One dot at the nearest place; outside nothing happens."""
        column, row = math.floor(x + 0.5), math.floor(y + 0.5)
        if 0 <= column < self.width and 0 <= row < self.height:
            self.columns[column] |= 1 << row

    def run(self, column: int, low: int, high: int) -> None:
        """All dots of a column from row `low` to row `high`, both included."""
        low, high = low if low > 0 else 0, high if high < self.height else self.height - 1
        if low <= high and 0 <= column < self.width:
            self.columns[column] |= (1 << high + 1) - (1 << low)

    def polyline(self, points: Iterable[Point]) -> None:
        """Join the points; a point alone between two gaps is a dot."""
        before: Point = None
        for point in points:
            if point is not None:
                if before is None:
                    self.dot(*point)
                else:
                    self.segment(*before, *point)
            before = point

    def segment(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """A line one dot thin, clipped to the layer column by column."""
        first, last = math.floor(x0 + 0.5), math.floor(x1 + 0.5)
        if first == last:
            low, high = (y0, y1) if y0 <= y1 else (y1, y0)
            return self.run(first, math.floor(low + 0.5), math.floor(high + 0.5))
        if first > last:
            return self.segment(x1, y1, x0, y0)
        slope = (y1 - y0) / (x1 - x0)
        begin, end = max(first, 0), min(last, self.width - 1)
        start = y0 if begin == first else y0 + slope * (begin - 0.5 - x0)
        for column in range(begin, end + 1):
            stop = y1 if column == last else y0 + slope * (column + 0.5 - x0)
            low, high = math.floor(start + 0.5), math.floor(stop + 0.5)
            if column != last and low != high:
                # The last dot belongs to the next column, or else slopes get two dots thick.
                high += 1 if high < low else -1
            self.run(column, *((low, high) if low <= high else (high, low)))
            start = stop
        return None

    def hatch(self, column: int, low: int, high: int) -> None:
        """Every other dot of a run, as on a chessboard."""
        before = self.columns[column] if 0 <= column < self.width else 0
        self.run(column, low, high)
        if 0 <= column < self.width:
            board = _BOARD >> column % 2 & ((1 << self.height) - 1)
            self.columns[column] = before | self.columns[column] & board

    def cells(self) -> Iterable[tuple[int, int, int]]:
        """The cells with dots: (row from the top, column, braille bits)."""
        rows = self.height // DOTS_DOWN
        for left in range(0, self.width - 1, DOTS_ACROSS):
            a, b = self.columns[left], self.columns[left + 1]
            both = a | b
            while both:
                row = ((both & -both).bit_length() - 1) // DOTS_DOWN
                shift = row * DOTS_DOWN
                yield rows - 1 - row, left // DOTS_ACROSS, LEFT[a >> shift & 15] | RIGHT[b >> shift & 15]
                both &= -1 << shift + DOTS_DOWN


_BOARD = int("55" * 512, 16)
