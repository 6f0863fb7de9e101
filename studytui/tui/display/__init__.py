"""Send only the cells that changed: what makes typing over a slow line bearable."""

from studytui.tui.display.lean import LeanDisplay

__all__ = ["LeanDisplay"]
