"""The list of names beside the cursor. It never takes the focus: the field goes on getting the keys."""

from __future__ import annotations

from textual.content import Content
from textual.geometry import Offset
from textual.widgets import OptionList
from textual.widgets.option_list import Option

Item = tuple[str, str]
"""A name, and what it is."""
ROWS, WIDEST = 8, 50


class CompletionPopup(OptionList, can_focus=False):
    """At most eight rows, below the cursor where there is room, else above it."""

    DEFAULT_CSS = """
    CompletionPopup {
        position: absolute; overlay: screen; constrain: inside inside; width: 20; height: auto; max-height: 8;
        border: none; padding: 0; background: $panel; scrollbar-size: 1 1;
        & > .option-list--option { padding: 0 1; }
        & > .option-list--option-highlighted { background: $accent; color: $background; }
    }
    """

    def offer(self, items: list[Item], prefix: str, cursor: Offset) -> None:
        """Show these names where the word begins that ends at `cursor` with `prefix`."""
        wide = max(len(name) for name, _ in items)
        self.clear_options()
        self.add_options(Option(Content(f"{name:<{wide}}  {kind}".rstrip()), id=name) for name, kind in items)
        self.highlighted = 0
        self.styles.width = min(WIDEST, max(wide + 2 + len(kind) for _, kind in items) + 3)
        rows = min(ROWS, len(items))
        below = cursor.y + 1 + rows <= self.screen.size.height
        self.styles.offset = (max(0, cursor.x - len(prefix) - 1), cursor.y + 1 if below else cursor.y - rows)

    @property
    def chosen(self) -> str:
        """The name that is highlighted."""
        return self.get_option_at_index(self.highlighted or 0).id or ""
