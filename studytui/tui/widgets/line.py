"""A finished line, kept as light as it can be: thousands of them wait in a pane, a few dozen are seen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.segment import Segment
from textual.strip import Strip


class Line(tuple[Segment, ...]):
    """Segments in a row. A `Strip` is the same with seven caches, and is made only of what is drawn."""

    __slots__ = ()

    @classmethod
    def of(cls, segments: Iterable[Segment]) -> Line:
        """A line of a strip's segments, or of any others."""
        return segments if isinstance(segments, Line) else cls(segments)

    @property
    def text(self) -> str:
        """Without colours."""
        return "".join(segment.text for segment in self)

    @property
    def cell_length(self) -> int:
        """Columns it takes on a screen."""
        if len(self) == 1 and self[0].text.isascii():  # nearly all are, and a flood asks it of each
            return len(self[0].text)
        return sum(segment.cell_length for segment in self)


def wrapped(line: Line, width: int, hang: int = 0) -> list[Line]:
    """The line cut into rows of at most `width` cells, after a blank where one is near; at least one row.

    All rows but the first are indented by `hang`, or by half the width where that is less.
    """
    if width <= 0 or line.cell_length <= width:
        return [line]
    hang = min(hang, width // 2)
    if len(line) == 1 and line.text.isascii():
        return list(_sliced(line[0], width, hang))
    return list(_cropped(Strip(line), width, hang))


def _sliced(segment: Segment, width: int, hang: int) -> Iterator[Line]:
    """One run of characters that take a column each: by far the commonest, and quick."""
    text, begin, indent = segment.text, 0, ""
    while len(text) - begin > width - len(indent):
        row = indent + text[begin : begin + width - len(indent)]
        cut = _break(row, width)
        yield Line([Segment(row[:cut], segment.style)])
        begin += cut - len(indent)
        indent = " " * hang
    yield Line([Segment(indent + text[begin:], segment.style)])


def _cropped(strip: Strip, width: int, hang: int) -> Iterator[Line]:
    length = strip.cell_length
    while length > width:
        at = _break(strip.text, width) if length == len(strip.text) else width
        yield Line(strip.crop(0, at))
        rest = strip.crop(at, length)
        strip = Strip.join([Strip.blank(hang), rest]) if hang else rest
        length = strip.cell_length
    yield Line(strip)


def _break(text: str, width: int) -> int:
    """Where to cut: behind the last blank of the row's second half, else at its end."""
    return text.rfind(" ", width // 2, width) + 1 or width
