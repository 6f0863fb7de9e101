"""Code of the learner's own: write, run, keep under a name."""

from studytui.tui.screens.playground.screen import PlaygroundScreen

__all__ = ["PlaygroundScreen"]
