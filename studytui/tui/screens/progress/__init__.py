"""How far the learner is, and what is still known."""

from studytui.tui.screens.progress.screen import ProgressScreen

__all__ = ["ProgressScreen"]
