"""A one-row rule, titles on the left and a word on the right: `─ output ─ plot ─ values ─── ✓ 0.004 s ─`."""

from __future__ import annotations

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from studytui.tui.widgets.fit import shortened


class SectionBar(Widget):
    """Titles of the panes below, the shown one bright; the state of things on the right."""

    DEFAULT_CSS = """
    SectionBar { height: 1; color: $foreground 45%; }
    """
    shown = reactive(0)
    """Index of the title that is shown."""
    state = reactive(("", "$text-muted"))
    """Words on the right and their style."""

    def __init__(self, *titles: str, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self.titles = titles
        self._news: set[int] = set()

    def announce(self, index: int) -> None:
        """Put a dot beside a title: there is something new in it."""
        if index != self.shown and index not in self._news:
            self._news.add(index)
            self.refresh()

    def watch_shown(self, index: int) -> None:
        """What is looked at is no news."""
        self._news.discard(index)

    def render(self) -> Content:
        """The row."""
        parts: list[Content] = [Content("─ ")]
        for index, title in enumerate(self.titles):
            several = len(self.titles) > 1
            style = (
                "bold $text-accent"
                if index == self.shown and several
                else "$foreground"
                if not several
                else ""
            )
            dot = "•" if index in self._news else ""
            parts += [Content.styled(title + dot, style), Content(" ─ ")]
        left = Content("").join(parts).rstrip(" ")
        words, style = self.state
        width = self.content_size.width
        words = shortened(words, max(0, width - left.cell_length - 4))
        right = Content.assemble((words, style), " ─") if words else Content("")
        gap = width - left.cell_length - right.cell_length - (1 if words else 0)
        return Content("").join([left, Content("─" * max(0, gap)), Content(" " if words else ""), right])
