"""Shown while the terminal is too small; goes away by itself, and all is as it was."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.geometry import Size
from textual.screen import ModalScreen
from textual.widgets import Static

LEAST = Size(60, 20)


class TooSmallScreen(ModalScreen[None]):
    """One sentence in the middle."""

    DEFAULT_CSS = """
    TooSmallScreen { align: center middle; background: $background;
        & Static { width: auto; text-align: center; }
    }
    """

    def compose(self) -> ComposeResult:
        yield Static(
            f"studytui needs {LEAST.width}×{LEAST.height}.\nEnlarge the window: nothing is lost.",
            markup=False,
        )


def fits(size: Size) -> bool:
    """Whether the screens are usable at this size."""
    return size.width >= LEAST.width and size.height >= LEAST.height
