"""Send only the cells that changed: what makes typing over a slow line bearable."""

from studytui.tui.display.lean import LeanDisplay
from studytui.tui.display.letters import FewLetters

__all__ = ["FewLetters", "LeanDisplay"]
