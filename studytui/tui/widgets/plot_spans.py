"""Which cells of a picture changed: a live curve then costs hundreds of bytes a frame, not thousands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from studytui.plot import Span

GAP = 12
"""Spans closer than this many cells are sent as one: moving the cursor and setting a colour costs as much."""

Row = Sequence[Span]
Edges = tuple[int, int]
"""First changed column, and the one after the last."""


def changed(old: Row, new: Row) -> list[Edges]:
    """The spans of columns in which two rows of one width differ, near ones merged."""
    if old == new:
        return []
    before, after = _cells(old), _cells(new)
    if before is None or after is None or len(before) != len(after):
        return [(0, sum(len(span.text) for span in new))]
    spans: list[Edges] = []
    for column, (was, is_now) in enumerate(zip(before, after, strict=True)):
        if was == is_now:
            continue
        if spans and column - spans[-1][1] <= GAP:
            spans[-1] = (spans[-1][0], column + 1)
        else:
            spans.append((column, column + 1))
    return spans


def strip(row: Row, style: Callable[[str], Style], cuts: Iterable[int] = ()) -> Strip:
    """A line for the screen, with segment edges at `cuts`: Textual sends whole segments."""
    edges = sorted(set(cuts))
    segments: list[Segment] = []
    start = 0
    for span in row:
        end = start + len(span.text)
        inner = [start, *(edge for edge in edges if start < edge < end), end]
        look = style(span.role)
        segments += [Segment(span.text[a - start : b - start], look) for a, b in pairwise(inner)]
        start = end
    return Strip(segments)


def _cells(row: Row) -> list[tuple[str, str]] | None:
    """One (character, role) per column; None when a character is not one column wide."""
    cells = [(character, span.role) for span in row for character in span.text]
    if cell_len("".join(span.text for span in row)) != len(cells):
        return None
    return cells
