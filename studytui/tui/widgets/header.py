"""The first row of every screen: where you are, and how the runner is."""

from __future__ import annotations

from rich.cells import cell_len
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from studytui.tui.widgets.fit import shortened


class StudyHeader(Widget):
    """One row: crumb on the left ("Derivatives › backward() and .grad — 3 of 9"), the runner on the right."""

    DEFAULT_CSS = """
    StudyHeader { height: 1; dock: top; background: $panel; color: $foreground; padding: 0 1; }
    """
    crumb = reactive("")
    place = reactive("")
    """Shown after the crumb and never cut: "3 of 9"."""
    runner = reactive("")

    def __init__(self, crumb: str = "", place: str = "") -> None:
        super().__init__()
        self.set_reactive(StudyHeader.crumb, crumb)
        self.set_reactive(StudyHeader.place, place)

    def on_mount(self) -> None:
        """Follow what the app says of the runner."""
        self.watch(self.app, "runner_words", self._hear)

    def _hear(self, words: str) -> None:
        self.runner = words

    def render(self) -> Content:
        """The row, fitted to the width: the crumb is cut first."""
        width = self.content_size.width
        place = f" — {self.place}" if self.place else ""
        room = width - cell_len(place) - cell_len(self.runner) - 1
        crumb = shortened(self.crumb, max(room, 8))
        runner = shortened(self.runner, width - cell_len(crumb) - cell_len(place) - 1)
        gap = " " * (width - cell_len(crumb) - cell_len(place) - cell_len(runner))
        return Content.assemble((crumb, "bold"), place, gap, (runner, "$text-muted"))
