"""A pane of finished lines, drawn one by one: cheap however many there are, wrapped to its width."""

from __future__ import annotations

from collections.abc import Iterable

from rich.segment import Segment
from textual.events import Resize
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from studytui.tui.widgets.line import Line, wrapped


class RowsPane(ScrollView, can_focus=True):
    """Lines of text that scroll with the arrow keys and stay at the end while there."""

    DEFAULT_CSS = """
    RowsPane { height: 1fr; scrollbar-size: 1 1; scrollbar-gutter: stable; background: $background;
        overflow-x: hidden; padding: 0 0 0 1; }
    """

    def __init__(self, *, id: str | None = None, follow: bool = False, hang: int = 0) -> None:
        """`follow`: keep showing the newest line unless scrolled away; `hang`: indent of wrapped rows."""
        super().__init__(id=id)
        self._follow = follow
        self._lines: list[Line] = []
        self._rows: list[Line] = []
        self._width = self._height = 0
        self._hang = hang

    @property
    def text(self) -> str:
        """All lines, as they are: not wrapped, without colours."""
        return "\n".join(line.text.rstrip() for line in self._lines)

    def show(self, lines: Iterable[Iterable[Segment]]) -> None:
        """Replace all lines."""
        at_end = self._at_end
        self._lines = [Line.of(line) for line in lines]
        self._wrap_all(at_end)

    def extend(self, lines: Iterable[Iterable[Segment]], *, replaced: int = 0, forgotten: int = 0) -> None:
        """Add lines at the end, in place of the last `replaced` ones; the first `forgotten` ones go.

        Whoever has scrolled away goes on seeing the same rows, as long as they are there.
        """
        at_end = self._at_end
        end = len(self._lines) - replaced
        last, gone = self._rows_of(self._lines[end:]), self._rows_of(self._lines[:forgotten])
        del self._rows[len(self._rows) - last :], self._rows[:gone]
        del self._lines[end:], self._lines[:forgotten]
        added = [Line.of(line) for line in lines]
        self._lines += added
        for line in added:
            self._rows += wrapped(line, self._width, self._hang)
        self._resized(at_end, gone)

    def on_resize(self, event: Resize) -> None:
        """Wrap anew when the width changed; whoever saw the end still sees it when rows were lost."""
        at_end, region = self._at_end, self.scrollable_content_region
        self._height = region.height
        if region.width != self._width:
            self._wrap_all(at_end)
        elif at_end and self._follow:
            self._show_end()

    def render_line(self, y: int) -> Strip:
        """One row of the pane."""
        style = self.rich_style
        row = self.scroll_offset.y + y
        if row >= len(self._rows):
            return Strip.blank(self.size.width, style)
        return Strip(self._rows[row]).apply_style(style).adjust_cell_length(self.size.width, style)

    @property
    def _at_end(self) -> bool:
        """Whether the last row was seen at the height the pane had when it was last asked."""
        return self.scroll_offset.y + self._height >= len(self._rows)

    def _wrap_all(self, at_end: bool) -> None:
        self._width = self.scrollable_content_region.width
        self._rows = [row for line in self._lines for row in wrapped(line, self._width, self._hang)]
        self._resized(at_end)

    def _rows_of(self, lines: list[Line]) -> int:
        if len(self._rows) == len(self._lines):
            return len(lines)  # none is cut
        return sum(len(wrapped(line, self._width, self._hang)) for line in lines)

    def _resized(self, at_end: bool, gone: int = 0) -> None:
        """`gone`: rows that have left at the top."""
        offset = self.scroll_offset.y
        self.virtual_size = Size(self._width, len(self._rows))
        self.refresh()
        if self._follow and at_end:
            self._show_end()
        elif gone:
            self.scroll_to(y=max(0, offset - gone), animate=False, immediate=True)

    def _show_end(self) -> None:
        # Forced: the first lines that do not fit come before there is a scrollbar.
        self.scroll_end(animate=False, immediate=True, force=True)
