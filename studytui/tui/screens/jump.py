"""Jump mode: every pane shows a digit, the digit puts the focus there."""

from __future__ import annotations

from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.events import Key
from textual.geometry import Offset
from textual.screen import ModalScreen, Screen
from textual.widget import Widget
from textual.widgets import Label

MOST = 9


class JumpScreen(ModalScreen[Widget | None]):
    """Labels over the screen below; gives the widget that was chosen."""

    DEFAULT_CSS = """
    JumpScreen { background: $background 0%;
        & Label { position: absolute; padding: 0 1; }
        & Label { background: $accent; color: $background; text-style: bold; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,ctrl+o", "dismiss(None)", "Stay")]

    def __init__(self, screen: Screen[Any]) -> None:
        super().__init__()
        self._targets = [widget for widget in screen.focus_chain if widget.region.area][:MOST]

    def compose(self) -> ComposeResult:
        for number, widget in enumerate(self._targets, 1):
            label = Label(str(number), markup=False)
            label.absolute_offset = Offset(widget.region.x, widget.region.y)
            yield label

    def on_key(self, event: Key) -> None:
        """A digit chooses."""
        if event.key.isdecimal() and 1 <= int(event.key) <= len(self._targets):
            event.stop()
            self.dismiss(self._targets[int(event.key) - 1])
