"""What Textual wants to draw, as strips with their places.

Textual redraws whole regions; these are its two kinds of update (private to Textual, which is why its major
version is pinned and a test compares the result cell by cell).
"""

from __future__ import annotations

from collections.abc import Iterator

from textual._compositor import ChopsUpdate, LayoutUpdate
from textual.strip import Strip

Update = LayoutUpdate | ChopsUpdate
Piece = tuple[int, int, Strip]
"""Row, column, and what stands there."""


def pieces(update: Update) -> Iterator[Piece]:
    """The strips of an update, each with its place on the screen."""
    return _of_layout(update) if isinstance(update, LayoutUpdate) else _of_chops(update)


def _of_layout(update: LayoutUpdate) -> Iterator[Piece]:
    for row, line in enumerate(update.strips, update.region.y):
        column = update.region.x
        for strip in line:
            yield row, column, strip
            column += strip.cell_length


def _of_chops(update: ChopsUpdate) -> Iterator[Piece]:
    for row, left, right in update.spans:
        for end, (column, strip) in zip(update.chop_ends[row], update.chops[row].items(), strict=False):
            if strip is None or column > right or end <= left:
                continue
            whole = left <= column < right and end <= right
            yield row, column, strip if whole else strip.crop(0, min(end, right) - column)
