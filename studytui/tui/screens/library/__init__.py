"""The list of lessons."""

from studytui.tui.screens.library.screen import LibraryScreen

__all__ = ["LibraryScreen"]
