"""Asks whether a pack of lessons may run its code here."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from studytui.study.shelf import Closed

ASKED = "This pack is not part of studytui: somebody else wrote its {count}, and their code would run here."
WARNED = (
    "It runs within the same walls as your own code. Trust the pack if you know where it comes from. "
    "When its lessons change, you are asked again."
)


class TrustScreen(ModalScreen[bool]):
    """True: the learner trusts the pack as it is now."""

    DEFAULT_CSS = """
    TrustScreen { align: center middle; background: $background 60%;
        & > Vertical { width: 78; max-width: 100%; height: auto; max-height: 90%; padding: 1 2; }
        & > Vertical { background: $panel; border: heavy $warning; }
        & Static { height: auto; }
        & .which { margin: 1 2; }
        & .keys { margin-top: 1; color: $text-muted; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "dismiss(True)", "Trust it"),
        Binding("n,escape,q", "dismiss(False)", "Not now"),
    ]

    def __init__(self, closed: Closed) -> None:
        super().__init__()
        self._pack = closed

    def compose(self) -> ComposeResult:
        pack = self._pack.pack
        with Vertical():
            yield Static(ASKED.format(count=self._pack.words), markup=False)
            yield Static(f"pack    {pack.name}\nfolder  {pack.folder}", markup=False, classes="which")
            yield Static(WARNED, markup=False)
            yield Static("y trust it and open it   n not now", markup=False, classes="keys")
