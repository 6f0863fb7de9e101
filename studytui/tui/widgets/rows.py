"""A pane of finished lines, drawn one by one: cheap however many there are, wrapped to its width."""

from __future__ import annotations

from collections.abc import Iterable

from textual.events import Resize
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip


class RowsPane(ScrollView, can_focus=True):
    """Lines of text that scroll with the arrow keys and stay at the end while there."""

    DEFAULT_CSS = """
    RowsPane { height: 1fr; scrollbar-size: 1 1; background: $background; overflow-x: hidden; padding: 0 1; }
    """

    def __init__(self, *, id: str | None = None, follow: bool = False, hang: int = 0) -> None:
        """`follow`: keep showing the newest line unless scrolled away; `hang`: indent of wrapped rows."""
        super().__init__(id=id)
        self._follow = follow
        self._lines: list[Strip] = []
        self._rows: list[Strip] = []
        self._width = 0
        self._hang = hang

    @property
    def text(self) -> str:
        """All lines, as they are: not wrapped, without colours."""
        return "\n".join(line.text.rstrip() for line in self._lines)

    def show(self, lines: Iterable[Strip]) -> None:
        """Replace all lines."""
        self._lines = list(lines)
        self._wrap_all()

    def extend(self, lines: Iterable[Strip], replaced: int = 0) -> None:
        """Add lines at the end, in place of the last `replaced` ones."""
        at_end = self.scroll_offset.y >= self.max_scroll_y
        if replaced:
            gone = sum(self._rows_of(line) for line in self._lines[-replaced:])
            del self._rows[len(self._rows) - gone :]
            del self._lines[-replaced:]
        added = list(lines)
        self._lines += added
        for line in added:
            self._rows += wrapped(line, self._width, self._hang)
        self._resized(at_end)

    def on_resize(self, event: Resize) -> None:
        """Wrap anew when the width changed."""
        if self.scrollable_content_region.width != self._width:
            self._wrap_all()

    def render_line(self, y: int) -> Strip:
        """One row of the pane."""
        style = self.rich_style
        row = self.scroll_offset.y + y
        if row >= len(self._rows):
            return Strip.blank(self.size.width, style)
        return self._rows[row].apply_style(style).adjust_cell_length(self.size.width, style)

    def _wrap_all(self) -> None:
        at_end = self.scroll_offset.y >= self.max_scroll_y
        self._width = self.scrollable_content_region.width
        self._rows = [row for line in self._lines for row in wrapped(line, self._width, self._hang)]
        self._resized(at_end)

    def _rows_of(self, line: Strip) -> int:
        return len(wrapped(line, self._width, self._hang))

    def _resized(self, at_end: bool) -> None:
        self.virtual_size = Size(self._width, len(self._rows))
        self.refresh()
        if self._follow and at_end:
            self.scroll_end(animate=False, immediate=True)


def wrapped(line: Strip, width: int, hang: int = 0) -> list[Strip]:
    """The line cut into rows of at most `width` cells, after a blank where one is near; at least one row."""
    rows, length = [], line.cell_length
    while width > 0 and length > width:
        at = _break(line.text, width) if length == len(line.text) else width
        rows.append(line.crop(0, at))
        line = Strip.join([Strip.blank(hang), line.crop(at, length)]) if hang else line.crop(at, length)
        length = line.cell_length
    return [*rows, line]


def _break(text: str, width: int) -> int:
    """Where to cut: behind the last blank of the row's second half, else at its end."""
    return text.rfind(" ", width // 2, width) + 1 or width
